import { z } from 'zod';
import type { Ledger, LedgerEntry } from './ledger.ts';

const number = z.coerce.number().int().min(0);
const instant = z.iso.datetime({ offset: true });

/** What may be asked of the ledger; several kinds are parted by commas. */
export const ledgerQuery = z.strictObject({
  /** Only entries with a higher number. */
  after: number.default(0),
  /** Only entries with a lower number: the next page when reading newest first. */
  before: number.optional(),
  mailbox: z.string().optional(),
  chat: z.string().optional(),
  kind: z.string().optional(),
  /** Who caused it: a person's object id. */
  by: z.string().optional(),
  /** Through which application. */
  app: z.string().optional(),
  event: z.string().optional(),
  iCalUId: z.string().optional(),
  from: instant.optional(),
  to: instant.optional(),
  /** Words looked for in subject, address, detail, file name and kind. */
  search: z.string().optional(),
  order: z.enum(['oldest', 'newest']).default('oldest'),
  top: number.optional(),
});

export type LedgerQuery = z.infer<typeof ledgerQuery>;

/** The ledger's entries that fit, in the order asked for, and how many fit in all. */
export function readLedger(ledger: Ledger, asked: LedgerQuery): { value: LedgerEntry[]; count: number } {
  const entries = ledger.of(asked.mailbox);
  const fits = filterOf(asked);
  const wanted = asked.top ?? Number.POSITIVE_INFINITY;
  const value: LedgerEntry[] = [];
  let count = 0;
  const [start, end] = [firstAbove(entries, asked.after), firstAbove(entries, (asked.before ?? Infinity) - 1)];
  for (let step = 0; step < end - start; step += 1) {
    const entry = entries[asked.order === 'oldest' ? start + step : end - 1 - step];
    if (entry === undefined || !fits(entry)) {
      continue;
    }
    count += 1;
    if (value.length < wanted) {
      value.push(entry);
    }
  }
  return { value, count };
}

/** Numbers only rise, so the place is found by halving. */
function firstAbove(entries: readonly LedgerEntry[], seq: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.seq ?? Infinity) > seq) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

function filterOf(asked: LedgerQuery): (entry: LedgerEntry) => boolean {
  const kinds = asked.kind === undefined ? null : new Set(asked.kind.split(','));
  const [from, to] = [Date.parse(asked.from ?? ''), Date.parse(asked.to ?? '')];
  const words = (asked.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return (entry) =>
    (kinds === null || kinds.has(entry.kind)) &&
    (asked.by === undefined || entry.by.personId === asked.by) &&
    (asked.app === undefined || entry.by.app === asked.app) &&
    (asked.chat === undefined || entry.chatId === asked.chat) &&
    (asked.iCalUId === undefined || entry.iCalUId === asked.iCalUId) &&
    (asked.event === undefined || entry.eventId === asked.event || entry.seriesMasterId === asked.event) &&
    (Number.isNaN(from) || Date.parse(entry.at) >= from) &&
    (Number.isNaN(to) || Date.parse(entry.at) < to) &&
    (words.length === 0 || speaksOf(entry, words));
}

function speaksOf(entry: LedgerEntry, words: readonly string[]): boolean {
  const { kind, address, subject, detail, occurrenceDate, attachment } = entry;
  const text = [kind, address, subject, detail, occurrenceDate, attachment?.name].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
