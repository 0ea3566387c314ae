import type { PairLine } from '#contract/pairs.ts';
import type { BetterTimeView } from '#contract/rescheduling-api.ts';
import type { LocalDate, Zone } from '#core/time-types.ts';
import { sayDay, sayMoment, startWithMoment } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';

type Clash = BetterTimeView['clashes'][number];
type Other = PairLine['other'];

function whatClashes({ personId, kind, label }: Clash, { id, givenName: name }: Other): string {
  if (kind === 'holiday') return say('rescheduling.holiday', { name: label ?? '' });
  const isTheirs = personId === id;
  if (label !== null && label !== '')
    return isTheirs ? say('rescheduling.theirNamed', { label, name }) : say('rescheduling.yourNamed', { label });
  if (kind === 'away') return isTheirs ? say('rescheduling.theirAway', { name }) : say('rescheduling.yourAway');
  return isTheirs ? say('rescheduling.theirBusy', { name }) : say('rescheduling.yourBusy');
}

function whyIn({ kind, clashes, dueOn, isOverdue }: BetterTimeView, other: Other, today: LocalDate): string {
  if (kind === 'late') {
    const day = sayDay(dueOn ?? today, today);
    return isOverdue ? say('rescheduling.overdue', { day }) : say('rescheduling.late', { day });
  }
  const [one = '', second] = clashes.map((clash) => whatClashes(clash, other));
  return say('rescheduling.clash', {
    what: second === undefined ? one : say('rescheduling.and', { one, other: second }),
  });
}

function whenIn({ to, isInTime, dueOn, kind }: BetterTimeView, zone: Zone, today: LocalDate): string {
  if (to === null) return say('rescheduling.none');
  const when = startWithMoment(to.start, zone, today);
  return isInTime || dueOn === null || kind === 'late'
    ? say('rescheduling.suits', { when })
    : say('rescheduling.suitsLate', { when, day: sayDay(dueOn, today) });
}

export interface BetterTimeWords {
  readonly title: string;
  readonly why: string;
  readonly suggestion: string;
  readonly now: string;
  /** The better time; empty: there is none. */
  readonly then: string;
}

/** A better time in words, from the reader's side. */
export function betterTimeWords(better: BetterTimeView, other: Other, zone: Zone, today: LocalDate): BetterTimeWords {
  const now = sayMoment(better.start, zone, today);
  return {
    title: say('rescheduling.meeting', { name: other.givenName, when: now }),
    why: whyIn(better, other, today),
    suggestion: whenIn(better, zone, today),
    now,
    then: better.to === null ? '' : sayMoment(better.to.start, zone, today),
  };
}
