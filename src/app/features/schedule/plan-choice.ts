import type { BookSeriesRequest, SlotOfferView } from '#contract/series.ts';
import type { LocalDate } from '#core/time-types.ts';

/** An occurrence of an offer, as looked at. */
export type OfferedMeeting = SlotOfferView['occurrences'][number];

/** What to do with a meeting that clashes. */
export type Settlement = 'move' | 'skip' | 'keep';

/** What was decided per clashing day; nothing decided means moved where there is a free time near, else left out. */
export type Settlements = Readonly<Record<LocalDate, Settlement>>;

/** The meetings of an offer that somebody cannot make as it stands. */
export function clashesOf(offer: Pick<SlotOfferView, 'occurrences'>): OfferedMeeting[] {
  return offer.occurrences.filter((meeting) => meeting.clashes.length > 0);
}

/** Whether a clashing meeting may stay where it is: nobody can be asked to meet outside their hours, or where the policy keeps clear. */
export function mayKeep({ clashes }: OfferedMeeting): boolean {
  return clashes.every(({ kind }) => kind !== 'off' && kind !== 'apart');
}

/** How a clash is settled. */
export function settlementOf(meeting: OfferedMeeting, settlements: Settlements): Settlement {
  const chosen = settlements[meeting.originalDate];
  if (chosen === 'keep' && mayKeep(meeting)) return chosen;
  if (chosen !== undefined && chosen !== 'keep' && !(chosen === 'move' && meeting.alternative === null)) return chosen;
  return meeting.alternative === null ? 'skip' : 'move';
}

/** What booking an offer, settled so, will do. */
export interface Outcome {
  readonly moves: BookSeriesRequest['moves'];
  readonly skips: LocalDate[];
  /** Kept although somebody cannot make them. */
  readonly kept: LocalDate[];
  /** How many meetings stand in the end. */
  readonly count: number;
}

/** Works out moves, skips and the number of meetings of an offer. */
export function outcomeOf(offer: SlotOfferView, settlements: Settlements): Outcome {
  const clashes = clashesOf(offer).map((meeting) => ({ meeting, how: settlementOf(meeting, settlements) }));
  const moves = clashes.flatMap(({ meeting, how }) =>
    how === 'move' && meeting.alternative !== null
      ? [{ originalDate: meeting.originalDate, ...meeting.alternative }]
      : [],
  );
  const skips = clashes.filter(({ how }) => how === 'skip').map(({ meeting }) => meeting.originalDate);
  const kept = clashes.filter(({ how }) => how === 'keep').map(({ meeting }) => meeting.originalDate);
  return { moves, skips, kept, count: offer.occurrences.length - skips.length };
}

/** Names an offer among others. */
export function offerKey({ plan }: Pick<SlotOfferView, 'plan'>): string {
  return [...Object.values(plan.pattern), plan.startDate, plan.startTime, plan.minutes].join(' ');
}
