import type { Instant, LocalDate } from '#core/time-types.ts';
import type { PlayedPair, Player } from './house.ts';

/** What a person meant an occurrence to be, when nobody else touched it at the same time; no start: gone. */
export interface Meant {
  readonly ruleDay: LocalDate;
  readonly start: Instant | null;
  readonly end: Instant | null;
}

/** One pair's move in the game. */
export interface Turn {
  readonly pair: PlayedPair;
  readonly now: Instant;
  /** Somebody who is neither of the two. */
  readonly guest: Player;
  readonly meant: Meant[];
  /** Somebody changed the rule: meetings may get other days, in the order they have. */
  isReshaped: boolean;
}
