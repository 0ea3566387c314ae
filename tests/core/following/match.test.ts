import { expect, it } from 'vitest';
import { ruleOf, unanswered } from '#core/following/base.ts';
import { followSeries } from '#core/following/follow-series.ts';
import { invitationNews } from '#core/following/invitation-news.ts';
import { matchInOrder } from '#core/following/match.ts';
import { days, meetingOn, nothingSeen, now, occurrence, outlook, own, pending, plan } from './outlook-builders.ts';

const [first, second, third] = days;

it('[OUT-3] a meeting held before its time is not held again where the rule gives other days', () => {
  const meetings = [meetingOn(first, { state: 'closed' }), meetingOn(second), meetingOn(third)];
  const found = matchInOrder(
    meetings,
    [first, second, third].map((day) => occurrence(day)),
    now,
  );
  expect(found.pairs.map(({ meeting, occurrence: { originalDate } }) => [meeting.id, originalDate])).toEqual([
    [`m-${second}`, second],
    [`m-${third}`, third],
  ]);
  expect([found.absent, found.unknown]).toEqual([[], []]);
});

it('[OUT-3] a series both changed as a whole at once stands as in Outlook, and is said to have been', () => {
  const rule = { ...ruleOf(plan), startTime: '15:00' };
  const found = followSeries(own([], [pending(null)]), outlook({}, { rule }), nothingSeen, now);
  expect(found.news.map(({ kind }) => kind)).toEqual(['both-changed', 'series-moved']);
  expect([found.withdraw, found.series.plan.startTime]).toEqual([['effect-series'], '15:00']);
});

it('that an invitation is accepted is worth a word after another time was asked for', () => {
  const proposal = { start: `${first}T09:00:00.000Z`, end: `${first}T09:30:00.000Z` };
  const accepted = { ...unanswered, answer: 'accepted' } as const;
  const kinds = (before: Parameters<typeof invitationNews>[0]): string[] =>
    invitationNews(before, accepted, null).map(({ kind }) => kind);
  expect(kinds({ ...unanswered, proposal })).toEqual(['accepted']);
  expect(kinds(unanswered)).toEqual([]);
});
