import {
  Body1,
  Body1Strong,
  Caption1,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Title3,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { PolicyResponse } from '#contract/policy.ts';
import type { LocalDate } from '#core/time-types.ts';
import { useRoute } from '../../api/use-route.ts';
import { AsOf } from '../../features/policy/AsOf.tsx';
import { NotCovered } from '../../features/policy/NotCovered.tsx';
import { RuleGroups } from '../../features/policy/RuleGroups.tsx';
import { sayDate } from '../../text/dates.ts';
import { shortCadence } from '../../text/cadences.ts';
import { sourceWords } from '../../text/rule-sources.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { usePageStyles } from './Page.styles.ts';
import { usePolicyPageStyles } from './PolicyPage.styles.ts';

/** The policy as it holds for the reader on a day: every rule in words, and every clause. */
export function PolicyPage() {
  const page = usePageStyles();
  const { today } = useToday();
  const [on, setOn] = useState<LocalDate | null>(null);
  const policy = useRoute('policy', { staleTime: Infinity, ...(on === null ? {} : { request: { on } }) });
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title3 as="h1" className={page.title}>
          {policy.data?.title ?? say('policy.title')}
        </Title3>
        {policy.data !== undefined && <Body1 className={page.quiet}>{historyOf(policy.data, today)}</Body1>}
        <AsOf on={on} today={today} onChange={setOn} />
      </div>
      {policy.isPending && <PageSkeleton />}
      {policy.error !== null && (
        <ErrorNotice
          error={policy.error}
          onRetry={() => {
            void policy.refetch();
          }}
        />
      )}
      {policy.data !== undefined && <Policy policy={policy.data} />}
    </div>
  );
}

function Policy({ policy }: { readonly policy: PolicyResponse }) {
  const page = usePageStyles();
  const { today } = useToday();
  const { pastReview, reviewOn, clauses, groups, rules, cadences, covered, group, standard } = policy;
  return (
    <>
      {pastReview && reviewOn !== null && (
        <Notice intent="info">{say('policy.pastReview', { day: sayDate(reviewOn, today) })}</Notice>
      )}
      {!covered && <NotCovered name={null} group={group} />}
      <div className={page.columns}>
        <RuleGroups
          rules={rules}
          context={{ clauses, groupName: (id) => groups.find((one) => one.id === id)?.title ?? id }}
          sourceOf={(ruleId) => {
            if (standard === null) return '';
            const from = standard.ruleIds.includes(ruleId) ? 'unit' : 'organisation';
            return sourceWords({ from, because: [] }, standard.title, today);
          }}
        />
        <div className={page.column}>
          {cadences.length > 0 && <HowOften cadences={cadences} />}
          <Clauses clauses={clauses} />
        </div>
      </div>
    </>
  );
}

function Clauses({ clauses }: Pick<PolicyResponse, 'clauses'>) {
  const styles = usePolicyPageStyles();
  return (
    <Panel title={say('policy.whatItAsks')}>
      <dl className={styles.clauses}>
        {clauses.map((clause) => (
          <div key={clause.id} className={styles.clause}>
            <dt>
              <Body1Strong block>{clause.title}</Body1Strong>
              <Caption1 className={styles.quiet}>{clause.id}</Caption1>
            </dt>
            <dd className={styles.words}>
              <Body1>{clause.words}</Body1>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function HowOften({ cadences }: Pick<PolicyResponse, 'cadences'>) {
  return (
    <Panel title={say('policy.howOften')}>
      <Table size="small" aria-label={say('policy.howOften')}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{say('policy.group')}</TableHeaderCell>
            <TableHeaderCell>{say('policy.every')}</TableHeaderCell>
            <TableHeaderCell>{say('policy.clause')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {cadences.map(({ group, cadence, clause }) => (
            <TableRow key={`${group} ${shortCadence(cadence)}`}>
              <TableCell>{group}</TableCell>
              <TableCell>{shortCadence(cadence)}</TableCell>
              <TableCell>{clause}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}

function historyOf(
  { version, approvedBy, issuedOn, reviewOn, pastReview, standard }: PolicyResponse,
  today: LocalDate,
): string {
  const parts = [say('policy.version', { version })];
  if (approvedBy !== null) parts.push(say('policy.approved', { by: approvedBy }));
  if (issuedOn !== null) parts.push(say('policy.issued', { day: sayDate(issuedOn, today) }));
  if (reviewOn !== null && !pastReview) parts.push(say('policy.review', { day: sayDate(reviewOn, today) }));
  const history = parts.join(', ');
  return standard === null
    ? history
    : `${history}. ${say('rule.standardIn', { title: standard.title, version: standard.version })}`;
}
