import type { WorkingHours } from '../slots/slot.ts';
import type { Zone } from '../time-types.ts';
import type { Person } from './person.ts';

/** Where it was read in which zone somebody works: in their own settings, or in the schedule their mailbox shows to others. */
export type ClockSource = 'settings' | 'schedule';

/** What a mailbox says of its owner's clock. */
export interface MailboxClock {
  readonly source: ClockSource;
  readonly zone: Zone;
  /** When they work, in the zone they keep these hours in. */
  readonly hours: WorkingHours;
}

/** Somebody as the directory has them. */
export interface FoundPerson extends Person {
  /** Null: their mailbox was not read or does not say; then `zone` is the organisation's own, which says nothing of them. */
  readonly clock: MailboxClock | null;
}

/** The zone somebody is taken to work in, and what each source last said of it. */
export interface KnownZone {
  readonly zone: Zone;
  readonly said: Readonly<Partial<Record<ClockSource, Zone>>>;
}

/**
 * The zone somebody works in after something was read of it. The two sources may differ for years; what counts is what one of them
 * says anew. At first sight their own settings go before what others are shown. The same object: nothing is new.
 */
export function zoneAfter(known: KnownZone, read: Pick<MailboxClock, 'source' | 'zone'> | null): KnownZone {
  if (read === null || known.said[read.source] === read.zone) return known;
  const isFirst = known.said[read.source] === undefined;
  const goesBehind = isFirst && read.source === 'schedule' && known.said.settings !== undefined;
  return { zone: goesBehind ? known.zone : read.zone, said: { ...known.said, [read.source]: read.zone } };
}
