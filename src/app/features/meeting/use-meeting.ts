import { useEffect, useMemo } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { Unsent } from '../../api/outbox.ts';
import { setServerNow, useNow } from '../../api/server-clock.ts';
import { useRoute } from '../../api/use-route.ts';
import { useUnsent } from '../../api/use-send.ts';
import { withWrites } from './meeting-overlay.ts';

/** A meeting as this person sees it: what the server said, and on top what they wrote since. */
export interface MeetingScreen {
  readonly view: MeetingResponse | null;
  readonly error: Error | null;
  readonly tryAgain: () => void;
  /** Ids of what the server does not have yet because nobody answered. */
  readonly waiting: ReadonlySet<string>;
  /** Something written here has not been read back yet. */
  readonly isSending: boolean;
  /** What the server said no to: kept until somebody decides. */
  readonly refused: readonly Unsent[];
}

/** Everything of one meeting, live; null: which meeting is not known yet. */
export function useMeeting(meetingId: string | null): MeetingScreen {
  const answer = useRoute('meeting', { params: { meetingId: meetingId ?? '' }, enabled: meetingId !== null });
  const unsent = useUnsent(meetingId ?? '');
  const now = useNow();
  const { data, dataUpdatedAt } = answer;
  useEffect(() => {
    if (data === undefined) return;
    setServerNow(new Date(Date.parse(data.now) + Date.now() - dataUpdatedAt).toISOString());
  }, [data, dataUpdatedAt]);

  return useMemo(() => {
    const accepted = unsent.filter((entry) => entry.state !== 'refused');
    return {
      view: data === undefined ? null : withWrites(data, accepted, now),
      error: answer.error,
      tryAgain: () => void answer.refetch(),
      isSending: accepted.length > 0,
      waiting: new Set(
        unsent.filter((entry) => entry.state === 'waiting').flatMap(({ id, params }) => [id, ...Object.values(params)]),
      ),
      refused: unsent.filter((entry) => entry.state === 'refused'),
    };
  }, [answer, data, unsent, now]);
}
