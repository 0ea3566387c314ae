import { Button } from '@fluentui/react-components';
import { NoteEdit20Regular } from '@fluentui/react-icons/svg/note-edit';
import { Video20Regular } from '@fluentui/react-icons/svg/video';
import { useLocation } from 'wouter';
import type { MeetingLine } from '#contract/meetings.ts';
import { minutesBetween } from '#core/time.ts';
import { useHost } from '../host/host-context.ts';
import { say } from '../text/say.ts';
import { useToday } from './use-today.ts';

interface NextMeetingButtonsProps {
  readonly meeting: Pick<MeetingLine, 'id' | 'state' | 'start' | 'end'>;
  readonly joinUrl: string | null;
  /** How long before its start a meeting can be joined from here, in minutes. */
  readonly joinableMinutes: number;
  /** Where something else is the next thing to do. */
  readonly isQuiet?: boolean;
}

/** To the meeting's page, and into the call once it is near. */
export function NextMeetingButtons({ meeting, joinUrl, joinableMinutes, isQuiet = false }: NextMeetingButtonsProps) {
  const [, navigate] = useLocation();
  const host = useHost();
  const { now } = useToday();
  const joins = joinUrl !== null && minutesBetween(now, meeting.start) <= joinableMinutes && meeting.end > now;
  return (
    <>
      <Button
        appearance={joins || isQuiet ? 'secondary' : 'primary'}
        icon={<NoteEdit20Regular />}
        onClick={() => {
          navigate(`/meetings/${meeting.id}`);
        }}
      >
        {meeting.state === 'open' ? say('home.goOn') : say('home.prepare')}
      </Button>
      {joins && (
        <Button
          appearance={isQuiet ? 'secondary' : 'primary'}
          icon={<Video20Regular />}
          onClick={() => {
            void host.openLink(joinUrl);
          }}
        >
          {say('general.join')}
        </Button>
      )}
    </>
  );
}
