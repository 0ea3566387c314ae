import { useEffect, useState } from 'react';
import type { CaptureContext, readCapture } from '#core/actions/capture.ts';

type Read = typeof readCapture;
type ReadLine = Pick<ReturnType<Read>, 'text' | 'ownerId' | 'dueOn'>;

const load = async (): Promise<Read> => (await import('#core/actions/capture.ts')).readCapture;
let loaded: Read | undefined;

/** What a typed line says as an action. */
export interface Capture {
  /** As understood so far: until what reads it has come, the words as they stand. */
  readonly now: ReadLine;
  /** Understood in full, unless what reads it cannot be had. */
  inFull(): Promise<ReadLine>;
}

/** Reads a line as people type it. What reads it comes while the box waits for its first letters. */
export function useCapture(line: string, context: CaptureContext): Capture {
  const [read, setRead] = useState(() => loaded);
  useEffect(() => {
    if (read !== undefined) return;
    const take = (one: Read): void => {
      loaded = one;
      setRead(() => one);
    };
    load().then(take, () => undefined);
  }, [read]);
  const asTyped: ReadLine = { text: line.trim(), ownerId: context.authorId, dueOn: null };
  return {
    now: read === undefined ? asTyped : keep(read(line, context)),
    inFull: async () => {
      try {
        return keep((read ?? (await load()))(line, context));
      } catch {
        return asTyped;
      }
    },
  };
}

function keep({ text, ownerId, dueOn }: ReadLine): ReadLine {
  return { text, ownerId, dueOn };
}
