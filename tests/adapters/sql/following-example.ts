import { randomUUID } from 'node:crypto';
import { ruleOf, unanswered, type MeetingBase, type SeriesBase } from '#core/following/base.ts';
import { newsOf } from '#core/following/news.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Series } from '#core/series/series.ts';
import type { KeptNews } from '#server/ports/following.ts';

/** What was seen and what happened in Outlook, of a pair in the store's tests. */
export interface FollowingExample {
  readonly seriesBase: SeriesBase;
  readonly meetingBase: MeetingBase;
  readonly news: KeptNews;
}

export function exampleFollowing(pairId: string, series: Series, meeting: Meeting): FollowingExample {
  const { start, end } = meeting;
  const guest = { name: 'Somebody "else"', mail: 'else@example.test' };
  return {
    seriesBase: { rule: ruleOf(series.plan), invited: { ...unanswered, answer: 'tentative', guests: [guest] } },
    meetingBase: { start, end, isGone: false, invited: { ...unanswered, proposal: { start, end } } },
    news: {
      ...newsOf('somebody-added', { meetingId: meeting.id, by: null, guest, from: { start, end } }),
      id: randomUUID(),
      pairId,
      seriesId: series.id,
      at: start,
      seenBySupervisor: false,
      seenByEmployee: true,
    },
  };
}
