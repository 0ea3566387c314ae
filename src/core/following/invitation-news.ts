import { newsOf, type NewsFact } from './news.ts';
import type { Answer, Invited, Span } from './outlook.ts';

const worries: ReadonlySet<Answer> = new Set<Answer>(['declined', 'tentative']);

function sameSpan(one: Span | null, other: Span | null): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}

function answerNews(before: Invited, after: Invited, meetingId: string | null): NewsFact[] {
  const by = 'attendee' as const;
  if (after.proposal !== null && !sameSpan(before.proposal, after.proposal))
    return [newsOf('new-time-proposed', { meetingId, by, to: after.proposal })];
  if (after.answer === before.answer || after.answer === 'none') return [];
  // That an invitation was accepted is worth a word only after something else was answered.
  if (after.answer === 'accepted')
    return worries.has(before.answer) || before.proposal !== null ? [newsOf('accepted', { meetingId, by })] : [];
  return [newsOf(after.answer, { meetingId, by })];
}

/** What happened to an invitation: how it was answered, and who is on it now. */
export function invitationNews(before: Invited, after: Invited, meetingId: string | null): NewsFact[] {
  const known = new Map(before.guests.map((guest) => [guest.mail.toLowerCase(), guest]));
  const added = after.guests.filter(({ mail }) => !known.has(mail.toLowerCase()));
  return [
    ...(before.isThere && !after.isThere ? [newsOf('attendee-removed', { meetingId, by: 'organiser' })] : []),
    ...(after.isThere ? answerNews(before, after, meetingId) : []),
    ...after.guests.flatMap((guest) => {
      const earlier = known.get(guest.mail.toLowerCase());
      const { answer = 'none' } = guest;
      const isWorry = answer === 'declined' || answer === 'tentative';
      return isWorry && answer !== earlier?.answer ? [newsOf(answer, { meetingId, by: null, guest })] : [];
    }),
    ...added.map((guest) => newsOf('somebody-added', { meetingId, by: null, guest })),
  ];
}

function sameFact(one: NewsFact, other: NewsFact): boolean {
  return one.kind === other.kind && sameSpan(one.to, other.to) && one.guest?.mail === other.guest?.mail;
}

/** News of one occurrence that says more than what was said of the whole series. */
export function beyond(wholeSeries: readonly NewsFact[], news: readonly NewsFact[]): NewsFact[] {
  return news.filter((one) => !wholeSeries.some((other) => sameFact(one, other)));
}
