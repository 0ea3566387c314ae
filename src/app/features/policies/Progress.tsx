import { Caption1, ProgressBar } from '@fluentui/react-components';
import { useRoute } from '../../api/use-route.ts';
import { say } from '../../text/say.ts';
import { usePoliciesStyles } from './Policies.styles.ts';

const askAgainMilliseconds = 2_000;

/** How far working out anew how everybody stands is, until it is done. */
export function Progress() {
  const styles = usePoliciesStyles();
  const progress = useRoute('policyProgress', { staleTime: 0, refetchInterval: askAgainMilliseconds });
  const run = progress.data?.run ?? null;
  if (run === null) return null;
  const { total, done } = run;
  return (
    <div role="status" className={styles.stack}>
      <Caption1 className={styles.quiet}>{wordsOf(run)}</Caption1>
      {run.finishedAt === null && total !== null && total > 0 && <ProgressBar value={done} max={total} />}
    </div>
  );
}

function wordsOf(run: {
  readonly total: number | null;
  readonly done: number;
  readonly finishedAt: string | null;
}): string {
  if (run.finishedAt !== null) return say('policies.progressDone');
  if (run.total === null) return say('policies.progressBegun');
  return say('policies.progress', { done: run.done, total: run.total });
}
