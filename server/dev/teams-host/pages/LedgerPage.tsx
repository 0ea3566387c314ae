import {
  SearchBox,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  Title3,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LedgerEntry } from '../control/local-api.ts';
import { useLedger } from '../control/queries.ts';
import { dateOf, shortDate, timeOf, wallTimeIn } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { usePageStyles } from './Page.styles.ts';
import { useTableStyles } from './Table.styles.ts';

/** What really happened in every mailbox and chat, newest first: the judge of what the app claims. */
export function LedgerPage(): React.JSX.Element {
  const page = usePageStyles();
  const styles = useTableStyles();
  const { session } = useHost();
  const ledger = useLedger();
  const [sought, setSought] = useState('');
  const lines = useLines(ledger.data ?? [], sought);
  return (
    <>
      <div className={page.head}>
        <Title3 as="h1">Ledger</Title3>
        <Text size={200} className={page.quiet}>
          What each mailbox and chat really received
        </Text>
        <div className={page.gap} />
        <SearchBox
          aria-label="Search the ledger"
          placeholder="Search"
          value={sought}
          onChange={(_event, { value }) => {
            setSought(value);
          }}
        />
      </div>
      <div className={styles.split}>
        <div className={styles.wide}>
          {ledger.error && (
            <ProblemNotice
              title="The ledger could not be read"
              problem={ledger.error}
              again={() => void ledger.refetch()}
            />
          )}
          {ledger.isPending && <Spinner label="Reading the ledger" />}
          {ledger.data !== undefined && lines.length === 0 && (
            <Text className={page.empty}>Nothing yet, or nothing that fits.</Text>
          )}
          {lines.length > 0 && (
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
                {lines.slice(0, 300).map(({ entry, whose, by, what }) => {
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
          )}
        </div>
      </div>
    </>
  );
}

interface Line {
  readonly entry: LedgerEntry;
  readonly whose: string;
  readonly by: string;
  readonly what: string;
}

function useLines(entries: readonly LedgerEntry[], sought: string): readonly Line[] {
  const { people, app } = useHost();
  const nameOf = (id: string | null): string | undefined => people.find((one) => one.id === id)?.displayName;
  const words = sought.toLowerCase().trim();
  return entries
    .map((entry) => {
      const through = entry.by.app === app.clientId ? app.name : 'Microsoft 365';
      const who = nameOf(entry.by.personId);
      return {
        entry,
        whose: nameOf(entry.mailbox) ?? entry.address ?? 'a chat',
        by: who === undefined ? through : `${who}, through ${through}`,
        what: [
          entry.subject,
          entry.occurrenceDate,
          entry.attachment?.name,
          entry.detail?.replaceAll(app.catalogAppId, app.name),
        ]
          .filter((one) => one != null && one !== '')
          .join(' · '),
      };
    })
    .filter(
      (line) =>
        words === '' || `${line.entry.kind} ${line.whose} ${line.by} ${line.what}`.toLowerCase().includes(words),
    )
    .toReversed();
}
