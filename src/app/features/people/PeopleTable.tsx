import {
  Body1,
  Button,
  Caption1,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { Link as RouteLink, useLocation } from 'wouter';
import type { PairLine } from '#contract/pairs.ts';
import { localDateOf } from '#core/time.ts';
import { startWithDay, startWithMoment } from '../../text/dates.ts';
import { findingRow } from '../../text/findings.ts';
import { say } from '../../text/say.ts';
import { FindingBadge } from '../../ui/FindingBadge.tsx';
import { PersonLabel } from '../../ui/PersonLabel.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useToday } from '../../ui/use-today.ts';
import { byWhatIsDue } from './by-what-is-due.ts';
import { jobOf } from './job.ts';
import { usePeopleTableStyles } from './PeopleTable.styles.ts';

interface PeopleTableProps {
  readonly people: readonly PairLine[];
}

/** The reader's people by what is due next, with what the policy asks for each and how that stands. */
export function PeopleTable({ people }: PeopleTableProps) {
  const styles = usePeopleTableStyles();
  return (
    <Table noNativeElements aria-label={say('people.title')} className={styles.table}>
      <TableHeader className={styles.header}>
        <TableRow className={styles.row}>
          <TableHeaderCell className={styles.headerCell}>{say('people.person')}</TableHeaderCell>
          <TableHeaderCell className={styles.headerCell}>{say('people.whatPolicyAsks')}</TableHeaderCell>
          <TableHeaderCell className={styles.headerCell}>{say('people.last')}</TableHeaderCell>
          <TableHeaderCell className={styles.headerCell}>{say('people.next')}</TableHeaderCell>
          <TableHeaderCell className={styles.headerCell}>{say('people.actions')}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody className={styles.body}>
        {byWhatIsDue(people).map((pair) => (
          <PersonRow key={pair.pairId} pair={pair} />
        ))}
      </TableBody>
    </Table>
  );
}

interface PersonRowProps {
  readonly pair: PairLine;
}

function PersonRow({ pair }: PersonRowProps) {
  const styles = usePeopleTableStyles();
  const { today, zone } = useToday();
  const { cadence, last, openActions } = pair;
  return (
    <TableRow className={styles.row}>
      <TableCell className={styles.person}>
        <RouteLink href={`/people/${pair.pairId}`} asChild>
          <Link appearance="subtle" className={styles.link}>
            <PersonLabel person={pair.other} detail={jobOf(pair)} />
          </Link>
        </RouteLink>
      </TableCell>
      <TableCell className={styles.asked}>
        {cadence !== null && (
          <span className={styles.standing}>
            <FindingBadge finding={cadence} today={today} />
            <Caption1 className={styles.quiet}>{findingRow(cadence, today)}</Caption1>
          </span>
        )}
      </TableCell>
      <TableCell className={styles.last}>
        {last === null ? (
          <Caption1 className={styles.quiet}>{say('people.notYet')}</Caption1>
        ) : (
          startWithDay(localDateOf(last.start, zone), today)
        )}
      </TableCell>
      <TableCell className={styles.next}>
        <NextCell pair={pair} />
      </TableCell>
      <TableCell className={styles.actions}>
        {openActions === 0 ? (
          <Caption1 className={styles.quiet}>{say('people.openCount', { count: 0 })}</Caption1>
        ) : (
          say('people.openCount', { count: openActions })
        )}
      </TableCell>
    </TableRow>
  );
}

function NextCell({ pair }: PersonRowProps) {
  const styles = usePeopleTableStyles();
  const { today, zone } = useToday();
  const [, navigate] = useLocation();
  const { next, series, cadence } = pair;
  if (series?.state === 'being-booked')
    return <StateBadge state="being-booked">{say('people.beingBooked')}</StateBadge>;
  if (next !== null) {
    const date = localDateOf(next.start, zone);
    return <Body1>{date === today ? startWithMoment(next.start, zone, today) : startWithDay(date, today)}</Body1>;
  }
  if (cadence?.state === 'excused') return <Caption1 className={styles.quiet}>{say('people.paused')}</Caption1>;
  if (series !== null) return <Caption1 className={styles.quiet}>{say('people.nothingBooked')}</Caption1>;
  return (
    <Button
      size="small"
      aria-label={say('home.scheduleFor', { name: pair.other.givenName })}
      onClick={() => {
        navigate(`/people/${pair.pairId}/schedule`);
      }}
    >
      {say('home.schedule')}
    </Button>
  );
}
