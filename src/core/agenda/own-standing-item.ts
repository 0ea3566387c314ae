import type { AgendaItem } from './agenda-item.ts';
import type { Instant } from '../time-types.ts';

/** An item the two put on every agenda to come, beside what the policy puts there (OD3a-11). */
export interface OwnStandingItem {
  readonly id: string;
  readonly pairId: string;
  readonly title: string;
  readonly kindId: string | null;
  readonly minutes: number;
  readonly raisedBy: string;
  readonly at: Instant;
}

/** Time somebody wants kept free before each of a pair's meetings (ESS-4). */
export interface PreparationWish {
  readonly pairId: string;
  readonly personId: string;
  readonly minutes: number;
}

/** The pair's own standing item as it begins on one agenda. */
export function asAgendaItem(
  item: OwnStandingItem,
  at: { readonly id: string; readonly meetingId: string; readonly position: number },
): AgendaItem {
  return {
    ...at,
    title: item.title,
    note: null,
    topicId: null,
    kindId: item.kindId,
    behaviourId: null,
    standingId: item.id,
    raisedBy: item.raisedBy,
    urgency: 'normal',
    minutes: item.minutes,
    state: 'open',
    timesCarried: 0,
    carriedFromId: null,
  };
}
