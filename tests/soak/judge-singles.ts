import type { ResponseOf } from '#contract/api.ts';
import type { LedgerEntry } from '#server/dev/microsoft365/local/ledger.ts';
import { addDays } from '#core/time.ts';
import { calendarOf, type CalendarItem } from './outlook-view.ts';
import type { PlayedPair } from './played-pair.ts';
import { singlesIn, singleSubjects } from './single-acts.ts';

type PairView = ResponseOf<'pair'>;

const lookBackDays = 1;
const lookAheadDays = 120;

/** Where Duologue's planned meetings that are no part of the series and Outlook's are not the same, both ways. */
export function singleMismatches(
  pair: PlayedPair,
  view: PairView,
  calendar: readonly CalendarItem[],
  now: string,
): string[] {
  const ours = view.meetings
    .filter(({ kind, state, start }) => kind !== 'one-to-one' && state === 'planned' && start > now)
    .map(({ start, end }) => `the follow-up of ${start}–${end}`);
  const wordsOf = ({ start, end }: Pick<CalendarItem, 'start' | 'end'>): string => `the follow-up of ${start}–${end}`;
  const theirs = singlesIn(calendar, pair, now).map(wordsOf);
  return [
    ...ours.filter((one) => !theirs.includes(one)).map((one) => `${pair.key}: only Duologue has ${one}`),
    ...theirs.filter((one) => !ours.includes(one)).map((one) => `${pair.key}: only Outlook has ${one}`),
    ...(ours.length === theirs.length
      ? []
      : [`${pair.key}: ${ours.length} follow-ups here, ${theirs.length} in Outlook`]),
  ];
}

/** More such meetings or invitations than anybody asked for. */
export function singleDuplicates(
  pair: PlayedPair,
  ledger: ReadonlyMap<string, readonly LedgerEntry[]>,
  appId: string,
): string[] {
  const { two, three } = singleSubjects(pair);
  return [two, three].flatMap((subject) => {
    if (subject === null) return [];
    const asked = pair.askedSingles.get(subject) ?? 0;
    const ours = (ledger.get(subject) ?? []).filter(({ by }) => by.app === appId);
    const made = ours.filter(({ kind }) => kind === 'event-created').length;
    const invited = (whose: string): number =>
      ours.filter(({ kind, mailbox }) => kind === 'invitation' && mailbox === whose).length;
    const most = Math.max(invited(pair.report.personId), subject === three ? invited(pair.third?.personId ?? '') : 0);
    return [
      ...(made > asked ? [`${pair.key}: “${subject}” was made ${made} times, ${asked} asked for`] : []),
      ...(most > asked ? [`${pair.key}: ${most} invitations to “${subject}”, ${asked} asked for`] : []),
    ];
  });
}

/** Whoever makes three of them has the same in their calendar. */
export async function withoutThird(
  pair: PlayedPair,
  calendar: readonly CalendarItem[],
  now: string,
): Promise<string[]> {
  const { third } = pair;
  const { three } = singleSubjects(pair);
  const ours = singlesIn(calendar, pair, now).filter(({ subject }) => subject === three);
  if (third === null || ours.length === 0) return [];
  const from = addDays(now.slice(0, 10), -lookBackDays);
  const theirs = await calendarOf(third, third.zone, from, lookAheadDays);
  return ours
    .filter(({ start, end }) => !theirs.some((one) => one.subject === three && one.start === start && one.end === end))
    .map(({ start }) => `${pair.key}: ${third.key} does not have the meeting of three at ${start}`);
}
