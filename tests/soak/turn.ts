import type { Instant, LocalDate } from '#core/time-types.ts';
import type { House } from './house.ts';
import type { PlayedPair, Player } from './played-pair.ts';

/** What a person meant a meeting to be, when nobody else touched it at the same time; no start: gone. */
export interface Meant {
  /** The day of the rule; of a meeting that is no part of a series, its id in Outlook. */
  readonly ruleDay: LocalDate;
  /** The series it is part of; null: the pair's own, or none. */
  readonly masterId: string | null;
  readonly start: Instant | null;
  readonly end: Instant | null;
}

/** Days on which a pair is to have no one-to-one any more. */
export interface Emptied {
  readonly pair: PlayedPair;
  readonly from: LocalDate;
  /** Null: for good. */
  readonly until: LocalDate | null;
}

/** One pair's move in the game. */
export interface Turn {
  readonly house: House;
  readonly pair: PlayedPair;
  readonly now: Instant;
  /** Somebody who is neither of the two. */
  readonly guest: Player;
  readonly meant: Meant[];
  readonly emptied: Emptied[];
  /** Somebody changed the rule: meetings may get other days, in the order they have. */
  isReshaped: boolean;
  /** Two things happened at the same time: which came first shows only when Outlook is looked at once more. */
  isAtOnce: boolean;
}
