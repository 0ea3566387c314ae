import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';
import { useHost } from '../control/host-context.ts';
import type { LedgerEntry } from '../control/local-api.ts';
import { dateOf, shortDate, timeOf, wallTimeIn } from '../graph/wall-time.ts';
import { useTableStyles } from './Table.styles.ts';

/** One entry of the ledger with names in place of ids. */
export interface LedgerLine {
  readonly entry: LedgerEntry;
  readonly whose: string;
  readonly by: string;
  readonly what: string;
}

/** Entries of the ledger as rows. */
export function LedgerTable(props: { readonly lines: readonly LedgerLine[] }): React.JSX.Element {
  const styles = useTableStyles();
  const { session } = useHost();
  return (
    <Table size="small" aria-label="Ledger" style={{ minWidth: 760 }}>
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
        {props.lines.map(({ entry, whose, by, what }) => {
          const at = wallTimeIn(Date.parse(entry.at), session.person.timeZone);
          return (
            <TableRow key={entry.seq}>
              <TableCell>{entry.seq}</TableCell>
              <TableCell>
                {shortDate(dateOf(at))}, {timeOf(at)}
              </TableCell>
              <TableCell>{entry.kind.replaceAll('-', ' ')}</TableCell>
              <TableCell>{whose}</TableCell>
              <TableCell className={styles.break}>{what}</TableCell>
              <TableCell>{by}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
