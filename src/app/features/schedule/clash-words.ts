import type { PersonView } from '#contract/people.ts';
import type { SlotOfferView } from '#contract/series.ts';
import { clashCounts } from '#core/slots/clash-counts.ts';
import { sayDayOfMonth } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import type { OfferedMeeting } from './plan-choice.ts';

type Clash = OfferedMeeting['clashes'][number];

const shownClashes = 3;

/** Why a meeting clashes, from the booker's side: "you are away (Annual leave)". */
export function sayClashes(meeting: OfferedMeeting, other: PersonView): string {
  return meeting.clashes.map((clash) => sayClash(clash, other)).join(', ');
}

/** The clashing days of an offer in a line: "29 Dec you are away, 27 Jan Yusuf is busy, and 2 more". */
export function sayClashDays(meetings: readonly OfferedMeeting[], other: PersonView): string {
  const words = meetings.slice(0, shownClashes).map((meeting) => {
    const first = meeting.clashes[0];
    return say('schedule.clashShort', {
      day: sayDayOfMonth(meeting.originalDate),
      why: first === undefined ? '' : sayClash(first, other),
    });
  });
  const list = words.join(', ');
  const rest = meetings.length - shownClashes;
  return rest > 0 ? say('schedule.moreClashes', { list, count: rest }) : list;
}

function sayClash({ personId, kind, label }: Clash, other: PersonView): string {
  if (kind === 'term') return label === null ? say('schedule.why.noTerm') : say('schedule.why.term', { term: label });
  const who = whoIsBusy(personId, kind, other);
  return label === null || label === '' ? who : kind === 'holiday' ? label : say('schedule.why.named', { who, label });
}

/** Why a recurring time clashes, in a line: "2 Annual leave, 1 busy". */
export function sayReasons(offer: Pick<SlotOfferView, 'occurrences'>): string {
  return clashCounts(offer.occurrences)
    .map(({ kind, label, count }) =>
      label === null || kind === 'term'
        ? say(`schedule.reason.${kind}`, { count })
        : say('schedule.reason.named', { count, label }),
    )
    .join(', ');
}

function whoIsBusy(personId: string | null, kind: Clash['kind'], other: PersonView): string {
  const { givenName: name } = other;
  if (kind === 'apart') return say('schedule.why.apart');
  if (kind === 'off' && personId === null) return say('schedule.why.nobodyOn');
  if (personId === null || kind === 'holiday') return say('schedule.why.holiday');
  const isOther = personId === other.id;
  if (kind === 'off') return isOther ? say('schedule.why.theyOff', { name }) : say('schedule.why.youOff');
  if (kind === 'away') return isOther ? say('schedule.why.theyAway', { name }) : say('schedule.why.youAway');
  if (kind === 'tentative')
    return isOther ? say('schedule.why.theyTentative', { name }) : say('schedule.why.youTentative');
  return isOther ? say('schedule.why.theyBusy', { name }) : say('schedule.why.youBusy');
}
