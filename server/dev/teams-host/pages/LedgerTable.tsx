import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  mergeClasses,
} from '@fluentui/react-components';
import { useHost } from '../control/host-context.ts';
import type { LedgerEntry } from '../control/local-api.ts';
import { dateOf, shortDate, timeOf, wallTimeIn } from '../graph/wall-time.ts';
import { useFaultStyles } from './FaultsPage.styles.ts';
import { useTableStyles } from './Table.styles.ts';

/** One entry of the ledger with names in place of ids. */
export interface LedgerLine {
  readonly entry: LedgerEntry;
  readonly whose: string;
  readonly by: string;
  readonly what: string;
}

/** Entries of the ledger: rows where there is room, one below the other where there is not. */
export function LedgerTable(props: { readonly lines: readonly LedgerLine[] }): React.JSX.Element {
  const own = useFaultStyles();
  return (
    <>
      <div className={own.onlyWide}>
        <Rows lines={props.lines} />
      </div>
      <ul className={mergeClasses(own.list, own.onlyNarrow)} aria-label="Ledger">
        {props.lines.map((line) => (
          <Item key={line.entry.seq} line={line} />
        ))}
      </ul>
    </>
  );
}

function useWhen(): (at: string) => string {
  const { session } = useHost();
  return (at) => {
    const wall = wallTimeIn(Date.parse(at), session.person.timeZone);
    return `${shortDate(dateOf(wall))}, ${timeOf(wall)}`;
  };
}

function Item({ line }: { line: LedgerLine }): React.JSX.Element {
  const own = useFaultStyles();
  const when = useWhen();
  const { entry, whose, by, what } = line;
  return (
    <li className={own.item}>
      <div className={own.row}>
        <Text weight="semibold" className={own.grow}>
          {entry.kind.replaceAll('-', ' ')}: {whose}
        </Text>
        <Text size={200} className={own.quiet}>
          {when(entry.at)}
        </Text>
      </div>
      {what !== '' && <Text className={own.grow}>{what}</Text>}
      <Text size={200} className={own.quiet}>
        No. {entry.seq}, by {by}
      </Text>
    </li>
  );
}

function Rows(props: { readonly lines: readonly LedgerLine[] }): React.JSX.Element {
  const styles = useTableStyles();
  const when = useWhen();
  return (
    <Table size="small" aria-label="Ledger">
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.small}>No.</TableHeaderCell>
          <TableHeaderCell className={styles.date}>At</TableHeaderCell>
          <TableHeaderCell className={styles.kind}>What</TableHeaderCell>
          <TableHeaderCell className={styles.who}>Whose</TableHeaderCell>
          <TableHeaderCell>Subject</TableHeaderCell>
          <TableHeaderCell className={styles.who}>By</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {props.lines.map(({ entry, whose, by, what }) => (
          <TableRow key={entry.seq}>
            <TableCell>{entry.seq}</TableCell>
            <TableCell>{when(entry.at)}</TableCell>
            <TableCell>{entry.kind.replaceAll('-', ' ')}</TableCell>
            <TableCell>{whose}</TableCell>
            <TableCell className={styles.break}>{what}</TableCell>
            <TableCell>{by}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
