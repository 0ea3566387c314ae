import { Title3, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { useNow } from '../../api/server-clock.ts';
import { useIsWriting } from '../../api/writing.ts';
import { capital, sayDate, sayDistance, sayMoment, sayTimes } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { calledOffWords } from '../../ui/called-off-words.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { meetingKindWords } from '../../ui/meeting-kind-words.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useMeetingTitleStyles } from './MeetingTitle.styles.ts';

interface MeetingTitleProps {
  readonly view: MeetingResponse;
  /** What can be done with the meeting, at the end of the line. */
  readonly tools?: ReactNode;
}

/** Who meets when, how far away that is, and how the meeting stands: the same words for both. */
export function MeetingTitle({ view, tools }: MeetingTitleProps) {
  const styles = useMeetingTitleStyles();
  const now = useNow();
  const { meeting, zone, me, other, supervising } = view;
  const today = localDateOf(now, zone);
  const day = localDateOf(meeting.start, zone);
  const [first, second] = supervising ? [me, other] : [other, me];
  const calledOff = calledOffWords(meeting.calledOff, other);
  const isWriting = useIsWriting(meeting.id, other.id);
  const when = say('meeting.when', { day: sayDate(day, today), times: sayTimes(meeting.start, meeting.end, zone) });
  const about = [
    meeting.kind === 'one-to-one' ? null : meetingKindWords(meeting),
    meeting.state === 'planned' ? capital(sayDistance(day, today)) : null,
    meeting.closedAt === null ? null : say('meeting.closedAt', { when: sayMoment(meeting.closedAt, zone, today) }),
    meeting.movedFrom === null ? null : say('meeting.movedFrom', { when: sayMoment(meeting.movedFrom, zone, today) }),
    meeting.reason === null ? null : say('meeting.reason', { reason: meeting.reason }),
    calledOff,
  ];
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <div className={styles.line}>
          <Title3 as="h1" className={styles.title}>
            {say('meeting.title', { first: first.givenName, second: second.givenName, when })}
          </Title3>
          <MeetingState view={view} />
        </div>
        <span className={styles.quiet}>{about.filter((words) => words !== null).join(' · ')}</span>
      </div>
      <div className={mergeClasses(styles.line, styles.end)}>
        <PersonAvatar person={first} size={32} />
        <PersonAvatar person={second} size={32} />
        <span className={styles.quiet} role="status">
          {isWriting ? say('record.isWriting', { name: other.givenName }) : ''}
        </span>
        {tools}
      </div>
    </div>
  );
}

function MeetingState({ view }: Pick<MeetingTitleProps, 'view'>) {
  switch (view.meeting.state) {
    case 'open':
      return <StateBadge state="waiting">{say('meeting.inProgress')}</StateBadge>;
    case 'closed':
      return <StateBadge state="done">{say('meeting.closed')}</StateBadge>;
    case 'missed':
      return <StateBadge state="missed">{say('meeting.missed')}</StateBadge>;
    case 'cancelled':
      return (
        <StateBadge state="cancelled">
          {view.meeting.skipped === null ? say('meeting.cancelled') : say('home.skipped')}
        </StateBadge>
      );
    case 'planned':
      return null;
  }
}
