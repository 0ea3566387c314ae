import { Suspense, lazy } from 'react';
import type { NoticeProps } from './Notice.tsx';

const Loaded = lazy(async () => ({ default: (await import('./Notice.tsx')).Notice }));

/** A notice whose code comes only when there is something to say; until then its bare words. */
export function LazyNotice(props: NoticeProps) {
  return (
    <Suspense fallback={<p>{props.title}</p>}>
      <Loaded {...props} />
    </Suspense>
  );
}
