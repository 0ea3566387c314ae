import { say } from '../../text/say.ts';
import { Notice } from '../../ui/Notice.tsx';

interface NotCoveredProps {
  /** Whom it leaves out; null: the reader. */
  readonly name: string | null;
  readonly group: string | null;
}

/** Said to whoever a policy is not for (CAREER-15). */
export function NotCovered({ name, group }: NotCoveredProps) {
  return (
    <Notice intent="info">
      {name === null ? say('rule.notCovered') : say('rule.notCoveredThem', { name })}{' '}
      {group !== null && say('rule.notCoveredWhy', { group: group.toLowerCase() })}
    </Notice>
  );
}
