import { useMemo } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { useSend } from '../../api/use-send.ts';

/** What can be said about a topic before a meeting closes. */
export interface CoverageChanges {
  tick(topicId: string, covered: boolean): void;
  /** Puts a topic on the next meeting's agenda, first. */
  leadNext(topic: { readonly topicId: string; readonly title: string }, nextMeetingId: string): void;
}

const usualMinutes = 10;

/** Ticks of a meeting's topics, and topics taken to the next agenda. */
export function useCoverage(view: Pick<MeetingResponse, 'meeting'>): CoverageChanges {
  const meetingId = view.meeting.id;
  const send = useSend(meetingId, view.meeting.pairId);
  return useMemo(
    () => ({
      tick(topicId, covered) {
        send('coverTopic', crypto.randomUUID(), { params: { meetingId }, request: { topicId, covered } }).catch(
          () => undefined,
        );
      },
      leadNext({ topicId, title }, nextMeetingId) {
        const id = crypto.randomUUID();
        const request = { id, title, note: null, topicId, urgency: 'urgent' as const, minutes: usualMinutes };
        send('addItem', id, { params: { meetingId: nextMeetingId }, request }).catch(() => undefined);
      },
    }),
    [send, meetingId],
  );
}
