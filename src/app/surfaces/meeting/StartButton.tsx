import { Button } from '@fluentui/react-components';
import type { MeetingResponse } from '#contract/meetings.ts';
import { minutesBetween } from '#core/time.ts';
import { useChange } from '../../api/use-change.ts';
import { say } from '../../text/say.ts';
import { wordsFor } from '../../ui/error-words.ts';

interface StartButtonProps {
  readonly view: MeetingResponse;
  readonly now: string;
}

const startMinutes = 15;

/** Starts a meeting from a wide page, where the two meet without the side panel: from a quarter of an hour before. */
export function StartButton({ view, now }: StartButtonProps) {
  const open = useChange('openMeeting');
  const { state, start, id } = view.meeting;
  if (state !== 'planned' || minutesBetween(now, start) > startMinutes) return null;
  return (
    <>
      <Button
        disabledFocusable={open.isPending}
        onClick={() => {
          open.mutate({ params: { meetingId: id } });
        }}
      >
        {say('meeting.start')}
      </Button>
      {open.error !== null && <span role="alert">{wordsFor(open.error).title}</span>}
    </>
  );
}
