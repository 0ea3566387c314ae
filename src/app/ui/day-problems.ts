import { isLocalDate } from '#core/time.ts';

/** A first day and a last as somebody is typing them: each a local date, or not one yet. */
export interface AskedDays {
  readonly from: string;
  /** Null: there is no last day. */
  readonly until: string | null;
  /** The first day may not be before it; null: it may be any. */
  readonly earliest: string | null;
  readonly today: string;
}

export type DayProblem = 'missing' | 'past' | 'order';

/** What is wrong with either day; null: nothing. A last day lies neither before the first nor before today. */
export function dayProblems({ from, until, earliest, today }: AskedDays): {
  readonly from: DayProblem | null;
  readonly until: DayProblem | null;
} {
  return { from: problemOfFirst(from, earliest), until: until === null ? null : problemOfLast(until, from, today) };
}

/** Whether both can be taken as they are. */
export function areDays(days: AskedDays): boolean {
  const { from, until } = dayProblems(days);
  return from === null && until === null;
}

function problemOfFirst(from: string, earliest: string | null): DayProblem | null {
  if (!isLocalDate(from)) return 'missing';
  return earliest !== null && from < earliest ? 'past' : null;
}

function problemOfLast(until: string, from: string, today: string): DayProblem | null {
  if (!isLocalDate(until)) return 'missing';
  if (isLocalDate(from) && until < from) return 'order';
  return until < today ? 'past' : null;
}
