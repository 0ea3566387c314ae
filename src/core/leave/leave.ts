import type { LeaveRule } from '../policy/person-rules.ts';
import { addDays, daysBetween } from '../time.ts';
import type { LocalDate } from '../time-types.ts';

/** How the leave somebody has left stands against an even spread over their leave year (FORM-4). */
export interface LeaveStanding {
  /** `building-up`: more is left than an even spread would leave, by as much as the policy looks out for. */
  readonly state: 'even' | 'building-up' | 'ahead';
  readonly daysLeft: number;
  /** What an even spread would leave, in half days. */
  readonly evenDays: number;
  /** Whole weeks to the end of the leave year. */
  readonly weeksToGo: number;
  readonly yearEndsOn: LocalDate;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

/** The leave year a day is in: its first day, and the first day of the next. */
function leaveYear({ month, day }: LeaveRule['yearStarts'], on: LocalDate): readonly [LocalDate, LocalDate] {
  const year = Number(on.slice(0, 4));
  const startOf = (one: number): LocalDate => `${String(one)}-${pad(month)}-${pad(day)}`;
  return startOf(year) <= on ? [startOf(year), startOf(year + 1)] : [startOf(year - 1), startOf(year)];
}

/** Looks at leave remaining on a day. An even spread uses the year's leave day by day, so that what is left shrinks with the days to go. */
export function leaveStanding(
  rule: Pick<LeaveRule, 'yearStarts' | 'entitlementDays' | 'buildUpDays'>,
  daysLeft: number,
  on: LocalDate,
): LeaveStanding {
  const [from, next] = leaveYear(rule.yearStarts, on);
  const daysToGo = daysBetween(on, next);
  const even = (rule.entitlementDays * daysToGo) / daysBetween(from, next);
  const state =
    daysLeft - even >= rule.buildUpDays ? 'building-up' : even - daysLeft >= rule.buildUpDays ? 'ahead' : 'even';
  return {
    state,
    daysLeft,
    evenDays: Math.round(even * 2) / 2,
    weeksToGo: Math.floor(daysToGo / 7),
    yearEndsOn: addDays(next, -1),
  };
}
