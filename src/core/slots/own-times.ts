import type { Instant } from '../time-types.ts';
import type { Availability, BusyTime } from './slot.ts';

/** A stretch that is to be given up. */
export interface OwnTime {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * A calendar as it will be once these times of one's own are given up: each takes away one stretch that begins and ends with it. What
 * else stands at the same time stays in the way.
 */
export function withoutOwn(calendar: Availability, given: readonly OwnTime[]): Availability {
  const left = [...given];
  const isOther = ({ start, end }: BusyTime): boolean => {
    const at = left.findIndex((own) => own.start === start && own.end === end);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  };
  return { ...calendar, busy: calendar.busy.filter(isOther) };
}

/** A calendar as it would be if somebody came to meet at these times too. */
export function withTaken(calendar: Availability, taken: readonly OwnTime[]): Availability {
  const more = taken.map(({ start, end }): BusyTime => ({ start, end, status: 'busy', label: null }));
  return { ...calendar, busy: [...calendar.busy, ...more] };
}
