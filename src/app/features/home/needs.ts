import type { MeetingLine } from '#contract/meetings.ts';
import type { HomeResponse, PairLine } from '#contract/pairs.ts';
import type { RecordToSign, RecordToWriteUp } from '#contract/sign-off.ts';
import { addDays, localDateOf } from '#core/time.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';
import { hasAgreed } from '../../ui/agenda-standing.ts';

/** Something that waits for the reader: which pair, and for a meeting which. */
export type Need =
  | { readonly kind: 'book' | 'book-first' | 'how-you-meet'; readonly pair: PairLine; readonly meeting: null }
  | { readonly kind: 'prepare' | 'agree' | 'close'; readonly pair: PairLine; readonly meeting: MeetingLine }
  | {
      readonly kind: RecordToWriteUp['step'];
      readonly pair: PairLine;
      readonly meeting: null;
      readonly record: RecordToWriteUp;
    }
  | {
      readonly kind: 'sign';
      readonly pair: PairLine;
      readonly meeting: null;
      readonly record: RecordToSign;
      readonly more: number;
    };

const daysAhead = 2;
const mostToSign = 2;
const mostToWriteUp = 3;

/** What waits for the reader, the most pressing first: close what was held, prepare what comes, write up, confirm and sign what was said, book what is missing. */
export function findNeeds(home: HomeResponse, now: Instant, zone: Zone): Need[] {
  const today = localDateOf(now, zone);
  const pairs = [...home.people, ...home.mine];
  const meetings = meetingsOf(home, pairs);
  return [
    ...meetings.flatMap(({ pair, meeting }) => needOfMeeting(pair, meeting, now, today, zone)),
    ...pairs.flatMap((pair) => needOfAgreement(pair, today, zone)),
    ...recordNeeds(home),
    ...home.people.flatMap(needOfBooking),
  ];
}

/** Records to write up, to confirm and to sign. */
export function recordNeeds(home: HomeResponse): Need[] {
  const pairs = [...home.people, ...home.mine];
  return [...writingNeeds(home, pairs), ...signingNeeds(home, pairs)];
}

/** The longest waiting first; once one is done the next takes its line (ESS-7). */
function writingNeeds(home: HomeResponse, pairs: readonly PairLine[]): Need[] {
  const waiting = home.toWriteUp.flatMap((record): Need[] => {
    const pair = pairs.find(({ pairId }) => pairId === record.pairId);
    return pair === undefined ? [] : [{ kind: record.step, pair, meeting: null, record }];
  });
  return waiting.slice(0, mostToWriteUp);
}

/** The longest waiting first; where there are many, the last line stands for them (OD3a-13, FORM-6). */
function signingNeeds(home: HomeResponse, pairs: readonly PairLine[]): Need[] {
  const waiting = home.toSign.flatMap((record) => {
    const pair = pairs.find(({ pairId }) => pairId === record.pairId);
    return pair === undefined ? [] : [{ pair, record }];
  });
  return waiting.slice(0, mostToSign + 1).map(({ pair, record }, index): Need => {
    const more = index === mostToSign ? waiting.length - mostToSign : 1;
    return { kind: 'sign', pair, meeting: null, record, more };
  });
}

function meetingsOf(home: HomeResponse, pairs: readonly PairLine[]): { pair: PairLine; meeting: MeetingLine }[] {
  const found = new Map(home.today.map((one) => [one.meeting.id, one]));
  for (const pair of pairs)
    if (pair.next !== null && !found.has(pair.next.id)) found.set(pair.next.id, { pair, meeting: pair.next });
  return [...found.values()].sort((a, b) => a.meeting.start.localeCompare(b.meeting.start));
}

function needOfMeeting(pair: PairLine, meeting: MeetingLine, now: Instant, today: LocalDate, zone: Zone): Need[] {
  if (meeting.state === 'open' && meeting.end < now && pair.supervising) return [{ kind: 'close', pair, meeting }];
  const by = pair.next?.id === meeting.id ? pair.shareBy : null;
  const day = by ?? localDateOf(meeting.start, zone);
  if (meeting.state !== 'planned' || day > addDays(today, daysAhead)) return [];
  if (hasAgreed(pair, meeting)) return [];
  return [{ kind: meeting.agenda === 'none' ? 'prepare' : 'agree', pair, meeting }];
}

/** How the two meet: to sign, to look at again, or to agree at a meeting that comes soon or is the first (OD3a-10). */
function needOfAgreement(pair: PairLine, today: LocalDate, zone: Zone): Need[] {
  const { agreement, next, last, supervising } = pair;
  if (agreement === null || (agreement.state !== 'due' && agreement.state !== 'overdue')) return [];
  const need: Need[] = [{ kind: 'how-you-meet', pair, meeting: null }];
  if (agreement.reason === 'agreement-being-signed') {
    return agreement.values['signedBy'] === (supervising ? 'supervisor' : 'employee') ? [] : need;
  }
  if (agreement.reason !== 'agreement-none-yet' && agreement.reason !== 'agreement-being-filled') return need;
  const isNear = next !== null && localDateOf(next.start, zone) <= addDays(today, daysAhead);
  return next !== null && (last === null || isNear) ? need : [];
}

function needOfBooking(pair: PairLine): Need[] {
  const state = pair.cadence?.state;
  if (pair.series !== null || pair.next !== null || state === 'excused') return [];
  return [{ kind: pair.last === null ? 'book-first' : 'book', pair, meeting: null }];
}
