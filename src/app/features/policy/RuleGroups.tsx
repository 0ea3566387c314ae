import { Body1, Body1Strong, Caption1, mergeClasses } from '@fluentui/react-components';
import type { PolicyRule } from '#core/policy/rules.ts';
import { groupOfRule, ruleGroups } from '../../text/rule-groups.ts';
import type { RuleContext } from '../../text/rule-parts.ts';
import { ruleWords } from '../../text/rules.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useRuleGroupsStyles } from './RuleGroups.styles.ts';

interface RuleGroupsProps {
  readonly rules: readonly PolicyRule[];
  readonly context: RuleContext;
  /** Where a rule comes from, in words. */
  readonly sourceOf: (ruleId: string) => string;
}

/** Rules in words, under the headings they belong to, each with its clause and where it comes from. */
export function RuleGroups({ rules, context, sourceOf }: RuleGroupsProps) {
  const styles = useRuleGroupsStyles();
  return (
    <div className={styles.groups}>
      {ruleGroups.map((group) => {
        const own = rules.filter((rule) => groupOfRule(rule) === group);
        if (own.length === 0) return null;
        return (
          <Panel key={group} className={styles.group} title={say(`rule.group.${group}`)}>
            <ul className={styles.rules}>
              {own.map((rule) => (
                <Rule key={rule.id} rule={rule} context={context} source={sourceOf(rule.id)} />
              ))}
            </ul>
          </Panel>
        );
      })}
    </div>
  );
}

interface RuleProps extends Pick<RuleGroupsProps, 'context'> {
  readonly rule: PolicyRule;
  readonly source: string;
}

function Rule({ rule, context, source }: RuleProps) {
  const styles = useRuleGroupsStyles();
  const { title, lines } = ruleWords(rule, context);
  return (
    <li className={styles.rule}>
      <Body1Strong as="h3" className={styles.title}>
        {title}
      </Body1Strong>
      <Lines lines={lines} />
      <Caption1 className={styles.quiet}>
        {source !== '' && `${source} `}
        <ClauseLink clause={rule.clause} />
      </Caption1>
    </li>
  );
}

/** Sentences one after the other; what is only named or quoted, as a list after them. */
function Lines({ lines }: { readonly lines: readonly string[] }) {
  const styles = useRuleGroupsStyles();
  const begins = lines.findIndex((line) => !line.endsWith('.'));
  const sentences = begins < 0 ? lines : lines.slice(0, begins);
  const named = begins < 0 ? [] : lines.slice(begins);
  const isNumbered = named.every((line) => /^\d/.test(line));
  return (
    <>
      {sentences.length > 0 && <Body1 className={styles.lines}>{sentences.join(' ')}</Body1>}
      {named.length > 0 && (
        <ul className={mergeClasses(styles.list, isNumbered && styles.numbered)}>
          {named.map((line) => (
            <li key={line}>
              <Body1>{line}</Body1>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
