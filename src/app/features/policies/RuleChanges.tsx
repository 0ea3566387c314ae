import { Badge, Body1, Body1Strong, Caption1 } from '@fluentui/react-components';
import type { ComparisonResponse } from '#contract/policies.ts';
import type { PolicyRule } from '#core/policy/rules.ts';
import type { RuleContext, RuleWords } from '../../text/rule-parts.ts';
import { ruleWords } from '../../text/rules.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { usePoliciesStyles } from './Policies.styles.ts';

type Side = ComparisonResponse['before'];
type Change = ComparisonResponse['rules'][number];

/** What the words of one version's rules need of it. */
function contextOf({ groups, clauses }: Side): RuleContext {
  return { clauses, groupName: (id) => groups.find((group) => group.id === id)?.title ?? id };
}

function clauseOf(rule: PolicyRule, { clauses }: Side): string {
  const title = clauses.find(({ id }) => id === rule.clause)?.title;
  return title === undefined ? rule.clause : say('policies.clause', { clause: rule.clause, title });
}

/** All that is said of a rule, sentence by sentence. */
function saidOf(words: RuleWords | null): string[] {
  return words === null ? [] : [words.title, ...words.lines];
}

/** Rule by rule what changes, in words: what was asked until now beside what would be. */
export function RuleChanges({ comparison }: { readonly comparison: ComparisonResponse }) {
  const styles = usePoliciesStyles();
  const { rules } = comparison;
  return (
    <Panel title={say('policies.rules')} count={rules.length}>
      {rules.length === 0 && <Body1 className={styles.quiet}>{say('policies.noRules')}</Body1>}
      <ul className={styles.list}>
        {rules.map((change) => (
          <RuleChange
            key={`${change.before?.id ?? ''} ${change.after?.id ?? ''}`}
            change={change}
            comparison={comparison}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface RuleChangeProps {
  readonly change: Change;
  readonly comparison: ComparisonResponse;
}

function RuleChange({ change: { change, before, after }, comparison }: RuleChangeProps) {
  const styles = usePoliciesStyles();
  const was = before === null ? null : ruleWords(before, contextOf(comparison.before));
  const is = after === null ? null : ruleWords(after, contextOf(comparison.after));
  const [wasSaid, isSaid] = [saidOf(was), saidOf(is)];
  const gone = wasSaid.filter((line) => !isSaid.includes(line));
  const come = isSaid.filter((line) => !wasSaid.includes(line));
  const clause = after === null ? before && clauseOf(before, comparison.before) : clauseOf(after, comparison.after);
  const isBoth = was !== null && is !== null;
  return (
    <li className={styles.rule}>
      <div className={styles.ruleHead}>
        <Badge appearance={change === 'changed' ? 'outline' : 'tint'} color="informative">
          {say(`policies.strength.${change}`)}
        </Badge>
        <Body1Strong as="h3" className={styles.title}>
          {(is ?? was)?.title}
        </Body1Strong>
      </div>
      {isBoth && gone.length + come.length === 0 && <Body1>{say('policies.detailsOnly')}</Body1>}
      {isBoth && gone.length + come.length > 0 && (
        <div className={styles.sides}>
          <Lines heading={say('policies.until')} lines={gone} />
          <Lines heading={say('policies.from')} lines={come} />
        </div>
      )}
      {!isBoth && <Lines lines={(is ?? was)?.lines ?? []} />}
      <Caption1 className={styles.quiet}>{clause}</Caption1>
    </li>
  );
}

function Lines({ heading, lines }: { readonly heading?: string; readonly lines: readonly string[] }) {
  const styles = usePoliciesStyles();
  if (lines.length === 0) return null;
  return (
    <div className={styles.side}>
      {heading !== undefined && <Caption1 className={styles.quiet}>{heading}</Caption1>}
      {lines.length === 1 ? (
        <Body1>{lines[0]}</Body1>
      ) : (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line}>
              <Body1>{line}</Body1>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
