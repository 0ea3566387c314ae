import { Body1, Body1Strong } from '@fluentui/react-components';
import type { ComparisonResponse } from '#contract/policies.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { usePoliciesStyles } from './Policies.styles.ts';

/** The clauses whose words change, the old beside the new. */
export function ClauseChanges({ clauses }: Pick<ComparisonResponse, 'clauses'>) {
  const styles = usePoliciesStyles();
  if (clauses.length === 0) return null;
  return (
    <Panel title={say('policies.clauses')} count={clauses.length}>
      <ul className={styles.list}>
        {clauses.map(({ before, after }) => (
          <li key={`${before?.id ?? ''} ${after?.id ?? ''}`} className={styles.rule}>
            <Body1Strong as="h3" className={styles.title}>
              {titleOf(before, after)}
            </Body1Strong>
            <div className={styles.sides}>
              {before !== null && <Body1 className={styles.quiet}>{before.words}</Body1>}
              {after !== null && <Body1>{after.words}</Body1>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Clause = ComparisonResponse['clauses'][number]['before'];

function titleOf(before: Clause, after: Clause): string {
  const shown = after ?? before;
  const clause = shown === null ? '' : say('policies.clause', { clause: shown.id, title: shown.title });
  if (before === null) return say('policies.clauseNew', { clause });
  return after === null ? say('policies.clauseGone', { clause }) : clause;
}
