import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { askLocal } from '../control/local-api.ts';
import type { LedgerEntry } from '../control/local-api.ts';
import { followed } from '../control/queries.ts';

const pageSize = 100;

/** What is looked for in the ledger; an empty text means everything. */
export interface LedgerFilter {
  readonly mailbox: string;
  readonly kind: string;
  readonly app: string;
  readonly search: string;
}

interface LedgerPage {
  readonly value: readonly LedgerEntry[];
  readonly count: number;
}

/** A filter as the query of the ledger's address. */
export function ledgerQuery(filter: LedgerFilter): string {
  const given = Object.entries(filter).filter(([, value]: [string, string]) => value.trim() !== '');
  return new URLSearchParams(given as [string, string][]).toString();
}

/** What really happened in the mailboxes, newest first, a page at a time. */
export function useLedger(filter: LedgerFilter): UseInfiniteQueryResult<InfiniteData<LedgerPage>> {
  return useInfiniteQuery({
    queryKey: [followed, 'ledger', filter],
    queryFn: ({ pageParam }) => {
      const before = pageParam === null ? '' : `&before=${String(pageParam)}`;
      return askLocal<LedgerPage>(`ledger?order=newest&top=${String(pageSize)}${before}&${ledgerQuery(filter)}`);
    },
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.value.length < last.count ? (last.value.at(-1)?.seq ?? null) : null),
    placeholderData: keepPreviousData,
  });
}
