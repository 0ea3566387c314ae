import type { MeetingLine } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { useEffect, useState } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useChange } from '../../api/use-change.ts';
import { useMe } from '../../api/use-me.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useFocusWhenLost } from '../../ui/use-focus-when-lost.ts';

interface SkipNoticeProps {
  readonly meeting: Pick<MeetingLine, 'id' | 'start' | 'skipped'>;
  /** Given name of the other of the two. */
  readonly name: string;
}

/** How long a skip can still be taken back, in milliseconds; moves on by itself. */
function useLeft(until: string | undefined): number {
  const [left, setLeft] = useState(() => (until === undefined ? 0 : Date.parse(until) - serverNow()));
  useEffect(() => {
    if (until === undefined) return undefined;
    const look = (): void => {
      setLeft(Date.parse(until) - serverNow());
    };
    look();
    const timer = setTimeout(look, Math.max(0, Date.parse(until) - serverNow()) + 50);
    return () => {
      clearTimeout(timer);
    };
  }, [until]);
  return left;
}

/** Offers to take a skip back, for as long as Outlook has not told anybody. */
export function SkipNotice({ meeting, name }: SkipNoticeProps) {
  const { zone } = useMe();
  const left = useLeft(meeting.skipped?.undoUntil);
  const undo = useChange('takeBackSkip');
  // Taken back or over, its button is gone, and the keyboard goes on with the page.
  useFocusWhenLost(left > 0, 'later');
  if (undo.error !== null) return <ErrorNotice error={undo.error} />;
  if (left <= 0) return null;
  const words = say('skip.undo');
  const onPress = (): void => {
    undo.mutate({ params: { meetingId: meeting.id } });
  };
  const today = localDateOf(new Date(serverNow()).toISOString(), zone);
  return (
    <Notice intent="success" role="status" actions={[{ words, onPress, isBusy: undo.isPending }]}>
      {say('skip.told', { day: sayDate(localDateOf(meeting.start, zone), today), name })}
    </Notice>
  );
}
