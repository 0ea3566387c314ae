import type { Cadence } from '../cadence/cadence-kind.ts';
import { paceOf } from '../cadence/cadence-kind.ts';
import { rhythmFor } from '../cadence/cadence.ts';
import { weeksThatKeep } from '../cadence/rolling.ts';
import type { Interval } from '../time-types.ts';
import type { SlotRhythm } from './slot.ts';

const weeksInMonth = 4;
/** A year has three terms, or a few more. */
const weeksInTerm = 13;

/** About how many weeks lie between two meetings of a rhythm; rather fewer than more. */
export function weeksOf(rhythm: SlotRhythm): number {
  switch (rhythm.kind) {
    case 'weekly':
      return rhythm.every;
    case 'monthly':
    case 'dated':
      return rhythm.every * weeksInMonth;
    case 'window':
      return rhythm.from;
    case 'rolling':
      return weeksThatKeep(rhythm.count, rhythm.months);
    case 'term':
      return weeksInTerm;
    default:
      return rhythm satisfies never;
  }
}

/** Rhythms rarer than this hold hardly a meeting in half a year. */
const rareWeeks = 8;

/** How many months ahead a rhythm is looked for: a year where half of one would hold hardly any meeting (OD3a-1, FORM-1). */
export function usualMonths(rhythm: SlotRhythm): 6 | 12 {
  return weeksOf(rhythm) > rareWeeks ? 12 : 6;
}

const wholeWeeks = (interval: Interval): number => rhythmFor(interval).every;

/**
 * The rhythm that books what a policy asks for: the longest that always keeps to it (OUT-1, OD3a-1, ESS-1, FORM-1). A count of months that
 * is asked evenly is booked by its pace, as an average gives no room.
 */
export function rhythmOf(cadence: Cadence): SlotRhythm {
  switch (cadence.kind) {
    case 'interval':
      return rhythmFor(cadence.every);
    case 'window': {
      const to = wholeWeeks(cadence.to);
      return { kind: 'window', from: Math.min(to, wholeWeeks(cadence.from)), to };
    }
    case 'rolling':
      return cadence.evenly
        ? rhythmFor(paceOf(cadence))
        : { kind: 'rolling', count: cadence.count, months: cadence.months };
    case 'term':
      return cadence.terms.length === 0 ? rhythmFor(paceOf(cadence)) : { kind: 'term' };
    default:
      return cadence satisfies never;
  }
}
