import { Refusal } from '../refusal.ts';
import { addMonths } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import type { Pair, Pause } from './pair.ts';

/** Nobody plans an absence further ahead or back than this. */
const mostMonths = 24;

/** Whether a day lies in a pause, its last day included. */
export function isInPause(pause: Pick<Pause, 'from' | 'until'>, day: LocalDate): boolean {
  return day >= pause.from && (pause.until === null || day <= pause.until);
}

/** Whether a pair does not meet on a day because of an absence. */
export function isPausedOn({ pause }: Pick<Pair, 'pause'>, day: LocalDate): boolean {
  return pause !== null && isInPause(pause, day);
}

/** Whether a pair's time together is over before a day. Its last day counts. */
export function hasEnded({ to }: Pick<Pair, 'to'>, day: LocalDate): boolean {
  return to !== null && to < day;
}

/** A plan that ends with the pair's time together: whoever stands in invites nobody to what is after their last day. */
export function whileTheyMeet<Plan extends { readonly untilDate: LocalDate }>(
  { to }: Pick<Pair, 'to'>,
  plan: Plan,
): Plan {
  return to !== null && plan.untilDate > to ? { ...plan, untilDate: to } : plan;
}

/** Lets through a pause somebody may set. @throws Refusal `reason-needed`, `bad-request` when it ends before it begins or is over already */
export function requirePause(pause: Pause, today: LocalDate): Pause {
  const reason = pause.reason.trim();
  if (reason === '') throw new Refusal('reason-needed');
  const isPossible =
    pause.from >= addMonths(today, -mostMonths) &&
    pause.from <= addMonths(today, mostMonths) &&
    (pause.until === null ||
      (pause.until >= pause.from && pause.until >= today && pause.until <= addMonths(pause.from, mostMonths)));
  if (!isPossible) throw new Refusal('bad-request', { what: 'pause' });
  return { ...pause, reason };
}
