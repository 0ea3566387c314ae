import { Body1, Caption1, Link } from '@fluentui/react-components';
import { Link as RouteLink } from 'wouter';
import type { PairResponse } from '#contract/pairs.ts';
import type { FindingView } from '#contract/policy.ts';
import type { LocalDate } from '#core/time-types.ts';
import { findingLine, findingTitle } from '../../text/findings.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { FindingBadge } from '../../ui/FindingBadge.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useAskedListStyles } from './AskedList.styles.ts';

// Fewer stand each on a line of its own.
const foldedFrom = 3;

interface AskedListProps {
  readonly pair: Pick<PairResponse, 'findings' | 'policyVersion' | 'group'>;
  /** True: also what cannot be met or missed. */
  readonly isWhole?: boolean;
  /** The day the findings are for; left out, today. */
  readonly on?: LocalDate;
}

/** What the policy asks of both, how each stands today, and the clause that says so. */
export function AskedList({ pair, isWhole = false, on }: AskedListProps) {
  const styles = useAskedListStyles();
  const now = useToday().today;
  const today = on ?? now;
  const findings = pair.findings.filter((finding) => isWhole || finding.state !== 'not-applicable');
  const untold = findings.filter(({ reason }) => reason === 'topic-never');
  const folded = isWhole || untold.length < foldedFrom ? [] : untold;
  return (
    <Panel
      title={say('person.whatIsAsked')}
      aside={<Caption1>{say('person.policyVersion', { version: pair.policyVersion })}</Caption1>}
    >
      <ul className={styles.list}>
        {findings
          .filter((finding) => !folded.includes(finding))
          .map((finding) => (
            <li key={`${finding.ruleId} ${String(finding.values['topic'] ?? '')}`} className={styles.row}>
              <span className={styles.words}>
                <Body1 block>{findingTitle(finding)}</Body1>
                <Caption1 className={styles.quiet}>
                  {findingLine(finding, today)} <ClauseLink clause={finding.clause} />
                </Caption1>
              </span>
              {finding.state !== 'not-applicable' && <FindingBadge finding={finding} today={today} />}
            </li>
          ))}
        <Untold findings={folded} today={today} />
      </ul>
      <div className={styles.foot}>
        {pair.group !== null && (
          <Caption1 className={styles.quiet}>{say('person.inForce', { group: pair.group.toLowerCase() })}</Caption1>
        )}
        <RouteLink href="/policy" asChild>
          <Link className={styles.read}>{say('person.readPolicy')}</Link>
        </RouteLink>
      </div>
    </Panel>
  );
}

interface UntoldProps {
  readonly findings: readonly FindingView[];
  readonly today: LocalDate;
}

/** Topics that never came up yet, in one line: each of them stands no other way than the rest. */
function Untold({ findings, today }: UntoldProps) {
  const styles = useAskedListStyles();
  const [first] = findings;
  if (first === undefined) return null;
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <Body1 block>{say('person.untold', { count: findings.length })}</Body1>
        <Caption1 className={styles.quiet}>
          {findings.map(({ values }) => String(values['title'] ?? values['topic'] ?? '')).join(', ')}{' '}
          {[...new Set(findings.map(({ clause }) => clause))].map((clause) => (
            <ClauseLink key={clause} clause={clause} />
          ))}
        </Caption1>
      </span>
      <FindingBadge finding={first} today={today} />
    </li>
  );
}
