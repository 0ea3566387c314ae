import type { AskedView } from '#contract/policy.ts';
import type { SlotOfferView } from '#contract/series.ts';
import { longestGapDays } from '#core/cadence/cadence.ts';
import { keepsCadence } from '#core/cadence/keeps-cadence.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { settlementOf, type Settlements } from './plan-choice.ts';

/** The days on which meetings stand once clashes are settled, in order. */
export function standingDays(offer: SlotOfferView, settlements: Settlements): LocalDate[] {
  return offer.occurrences
    .flatMap((meeting) => {
      const how = meeting.clashes.length === 0 ? 'keep' : settlementOf(meeting, settlements);
      if (how === 'skip') return [];
      return [
        how === 'move' && meeting.alternative !== null
          ? localDateOf(meeting.alternative.start, offer.plan.zone)
          : meeting.originalDate,
      ];
    })
    .sort();
}

/** The longest stretch between two of the days, in days, and whether they keep to what is asked. */
export function gapOf(days: readonly LocalDate[], asked: AskedView | null): { days: number; keeps: boolean } {
  return { days: longestGapDays(days), keeps: asked === null || keepsCadence(asked.cadence, days) };
}

/** Whether the clocks change while a series runs, so that its time on the wall stays and its time in the world moves. */
export function crossesClockChange({ occurrences }: Pick<SlotOfferView, 'occurrences'>): boolean {
  const clock = occurrences
    .filter((meeting) => meeting.clashes.length === 0)
    .map((meeting) => meeting.start.slice(11, 16));
  return new Set(clock).size > 1;
}
