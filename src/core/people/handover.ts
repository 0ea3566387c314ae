import { Refusal } from '../refusal.ts';
import { addDays, addMonths } from '../time.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import type { Pair, Pause } from './pair.ts';

/** That somebody else holds a pair's one-to-ones: for good, or between two days (OD3a-8). Nothing of what the pair wrote. */
export interface Handover {
  readonly id: string;
  /** The pair that handed over. */
  readonly pairId: string;
  readonly toId: string;
  /** The pair that goes on: the same employee with whoever takes over. */
  readonly toPairId: string;
  readonly from: LocalDate;
  /** The last day of it; null: for good. */
  readonly until: LocalDate | null;
  readonly by: string;
  readonly at: Instant;
  /** For good, and the directory has named another manager since: should it name this one again, that is new. */
  readonly followed: boolean;
}

/** Nobody plans one further ahead, or longer. */
const mostMonths = 24;

/** Lets through a handover that can be. @throws Refusal `bad-request` where the days or the person do not fit, `pair-ended` */
export function requireHandover(
  pair: Pair,
  { toId, from, until }: Pick<Handover, 'toId' | 'from' | 'until'>,
  today: LocalDate,
): void {
  if (pair.to !== null) throw new Refusal('pair-ended');
  if (toId === pair.supervisorId || toId === pair.employeeId) throw new Refusal('bad-request', { what: 'toId' });
  const isPossible =
    from >= today &&
    from <= addMonths(today, mostMonths) &&
    (until === null || (until >= from && until <= addMonths(from, mostMonths)));
  if (!isPossible) throw new Refusal('bad-request', { what: 'days' });
}

/** The pair as it is once it has handed over: ended the day before, or away meanwhile. `reason`: what both read of the pause. */
export function handedOver(pair: Pair, { from, until }: Pick<Handover, 'from' | 'until'>, reason: string): Pair {
  if (until === null) return { ...pair, to: addDays(from, -1) };
  const pause: Pause = { from, until, reason };
  return { ...pair, pause };
}

/** The pair that takes over. An arrangement of the other pair and its reasons stay there: they are that pair's words. */
export function takingOver(
  pair: Pair,
  { toId, toPairId, from, until }: Pick<Handover, 'toId' | 'toPairId' | 'from' | 'until'>,
): Pair {
  return {
    id: toPairId,
    supervisorId: toId,
    employeeId: pair.employeeId,
    role: until === null ? pair.role : 'temporary',
    from,
    to: until,
    extraSupport: null,
    pause: null,
  };
}
