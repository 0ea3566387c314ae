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
import type { PolicyResponse } from '#contract/policy.ts';
import type { LocalDate } from '#core/time-types.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDate } from '../../text/dates.ts';
import { shortCadence } from '../../text/cadences.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { usePageStyles } from './Page.styles.ts';
import { usePolicyPageStyles } from './PolicyPage.styles.ts';

/** The policy in force for the reader, clause by clause. */
export function PolicyPage() {
  const page = usePageStyles();
  const { today } = useToday();
  const policy = useRoute('policy', { staleTime: Infinity });
  if (policy.isPending) return <PageSkeleton />;
  if (policy.data === undefined) {
    return (
      <div className={page.page}>
        <ErrorNotice
          error={policy.error}
          onRetry={() => {
            void policy.refetch();
          }}
        />
      </div>
    );
  }
  const { title, pastReview, reviewOn, clauses, cadences } = policy.data;
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title3 as="h1" className={page.title}>
          {title}
        </Title3>
        <Body1 className={page.quiet}>{historyOf(policy.data, today)}</Body1>
      </div>
      {pastReview && reviewOn !== null && (
        <Notice intent="info">{say('policy.pastReview', { day: sayDate(reviewOn, today) })}</Notice>
      )}
      <div className={page.columns}>
        <Clauses clauses={clauses} />
        <HowOften cadences={cadences} />
      </div>
    </div>
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
            <TableRow key={group}>
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

function historyOf({ version, approvedBy, issuedOn, reviewOn, pastReview }: PolicyResponse, today: LocalDate): string {
  const parts = [say('policy.version', { version })];
  if (approvedBy !== null) parts.push(say('policy.approved', { by: approvedBy }));
  if (issuedOn !== null) parts.push(say('policy.issued', { day: sayDate(issuedOn, today) }));
  if (reviewOn !== null && !pastReview) parts.push(say('policy.review', { day: sayDate(reviewOn, today) }));
  return parts.join(', ');
}
