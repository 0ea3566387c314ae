import { Body1 } from '@fluentui/react-components';
import type { ComparisonResponse } from '#contract/policies.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { usePoliciesStyles } from './Policies.styles.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** The standards of units that a version would leave without effect. */
export function StandardsBelow({ standards }: { readonly standards: ComparisonResponse['standardsBelow'] }) {
  const styles = usePoliciesStyles();
  if (standards.length === 0) return null;
  return (
    <Panel title={say('policies.below')}>
      <ul className={styles.list}>
        {standards.map(({ unit, title, clauses }) => (
          <li key={`${unit} ${title}`} className={styles.row}>
            <Body1>
              {clauses.length === 0
                ? say('policies.belowOther', { unit, title })
                : say('policies.belowOne', { unit, title, clauses: list.format(clauses) })}
            </Body1>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
