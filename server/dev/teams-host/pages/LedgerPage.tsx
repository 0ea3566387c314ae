import { Button, Spinner, Text, Title3 } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LedgerEntry } from '../control/local-api.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { useFaultStyles } from './FaultsPage.styles.ts';
import { LedgerFilters } from './LedgerFilters.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import type { LedgerLine } from './LedgerTable.tsx';
import { usePageStyles } from './Page.styles.ts';
import { useTableStyles } from './Table.styles.ts';
import type { LedgerFilter } from './use-ledger.ts';
import { ledgerQuery, useLedger } from './use-ledger.ts';

const everything: LedgerFilter = { mailbox: '', kind: '', app: '', search: '' };

/** What really happened in every mailbox and chat, newest first: the judge of what the app claims. */
export function LedgerPage(): React.JSX.Element {
  const page = usePageStyles();
  const styles = useTableStyles();
  const own = useFaultStyles();
  const [filter, setFilter] = useState(everything);
  const ledger = useLedger(filter);
  const pages = ledger.data?.pages ?? [];
  const lines = useLines(pages.flatMap((one) => one.value));
  const count = pages[0]?.count ?? 0;
  return (
    <>
      <div className={page.head}>
        <Title3 as="h1">Ledger</Title3>
        <Text size={200} className={page.quiet}>
          What each mailbox and chat really received
        </Text>
        <div className={page.gap} />
        <Button
          as="a"
          appearance="subtle"
          className={own.whole}
          icon={<ArrowDownload20Regular />}
          href={`/_local/ledger.json?${ledgerQuery(filter)}`}
          download="ledger.json"
        >
          Save as JSON
        </Button>
      </div>
      <div className={page.body}>
        <LedgerFilters filter={filter} choose={setFilter} count={ledger.data === undefined ? null : count} />
        {ledger.error && (
          <ProblemNotice
            title="The ledger could not be read"
            problem={ledger.error}
            again={() => void ledger.refetch()}
          />
        )}
        {ledger.isPending && <Spinner label="Reading the ledger" />}
        {ledger.data !== undefined && lines.length === 0 && (
          <Text className={page.empty} block>
            Nothing yet, or nothing that fits.
          </Text>
        )}
        {lines.length > 0 && (
          <div className={styles.wide}>
            <LedgerTable lines={lines} />
          </div>
        )}
        {ledger.hasNextPage && (
          <Button
            appearance="subtle"
            disabled={ledger.isFetchingNextPage}
            onClick={() => void ledger.fetchNextPage()}
            style={{ marginBlock: 12 }}
          >
            Show older
          </Button>
        )}
      </div>
    </>
  );
}

function useLines(entries: readonly LedgerEntry[]): readonly LedgerLine[] {
  const { people, app } = useHost();
  const nameOf = (id: string | null): string | undefined => people.find((one) => one.id === id)?.displayName;
  return entries.map((entry) => {
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
  });
}
