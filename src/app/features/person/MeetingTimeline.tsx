import { Body1, Body1Strong, Caption1, Link } from '@fluentui/react-components';
import { CalendarCancel20Regular } from '@fluentui/react-icons/svg/calendar-cancel';
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { HandRight16Regular } from '@fluentui/react-icons/svg/hand-right';
import { Star16Regular } from '@fluentui/react-icons/svg/star';
import { Tag16Regular } from '@fluentui/react-icons/svg/tag';
import { Link as RouteLink } from 'wouter';
import type { MeetingLine } from '#contract/meetings.ts';
import type { PairLine } from '#contract/pairs.ts';
import { localDateOf, minutesBetween } from '#core/time.ts';
import { sayMoment, startWithDay, startWithMoment } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { agendaStanding } from '../../ui/agenda-standing.ts';
import { calledOffWords } from '../../ui/called-off-words.ts';
import { meetingKindWords } from '../../ui/meeting-kind-words.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useMeetingTimelineStyles } from './MeetingTimeline.styles.ts';

interface MeetingTimelineProps {
  readonly pair: PairLine;
  /** In the order they are to be shown. */
  readonly meetings: readonly MeetingLine[];
}

/** Meetings down a line: when, how each stands, what was talked about, and why one was missed or moved. */
export function MeetingTimeline({ pair, meetings }: MeetingTimelineProps) {
  const styles = useMeetingTimelineStyles();
  return (
    <ol className={styles.list}>
      {meetings.map((meeting) => (
        <TimelineEntry key={meeting.id} pair={pair} meeting={meeting} />
      ))}
    </ol>
  );
}

interface TimelineEntryProps {
  readonly pair: PairLine;
  readonly meeting: MeetingLine;
}

function TimelineEntry({ pair, meeting }: TimelineEntryProps) {
  const styles = useMeetingTimelineStyles();
  const { today, zone } = useToday();
  const { state, words } = agendaStanding(pair, meeting);
  const calledOff = calledOffWords(meeting.calledOff, pair.other);
  const isAhead = meeting.state === 'planned' || meeting.state === 'open';
  const date = localDateOf(meeting.start, zone);
  return (
    <li className={styles.entry}>
      <span className={styles.mark}>
        <MeetingIcon state={meeting.state} />
      </span>
      <div className={styles.body}>
        <div className={styles.line}>
          <RouteLink href={`/meetings/${meeting.id}`} asChild>
            <Link appearance="subtle">
              <Body1Strong>
                {isAhead ? startWithMoment(meeting.start, zone, today) : startWithDay(date, today)}
              </Body1Strong>
            </Link>
          </RouteLink>
          {meeting.state === 'closed' ? (
            <Caption1 className={styles.quiet}>{words}</Caption1>
          ) : (
            <StateBadge state={state}>{words}</StateBadge>
          )}
        </div>
        {meeting.kind !== 'one-to-one' && <Body1 block>{meetingKindWords(meeting)}</Body1>}
        {meeting.discussed.length > 0 && <Body1 block>{meeting.discussed.join(', ')}</Body1>}
        {meeting.reason !== null && <Body1 block>{meeting.reason}</Body1>}
        {calledOff !== null && <Body1 block>{calledOff}</Body1>}
        {detailsOf(meeting, pair.other, zone, today).map((detail) => (
          <Caption1 key={detail} block className={styles.quiet}>
            {detail}
          </Caption1>
        ))}
        <Marks marks={meeting.marks} />
      </div>
    </li>
  );
}

function MeetingIcon({ state }: Pick<MeetingLine, 'state'>) {
  const styles = useMeetingTimelineStyles();
  if (state === 'closed') return <CheckmarkCircle20Filled className={styles.done} aria-hidden />;
  if (state === 'missed' || state === 'cancelled') return <CalendarCancel20Regular aria-hidden />;
  return <CalendarLtr20Regular className={styles.ahead} aria-hidden />;
}

function detailsOf(meeting: MeetingLine, other: PairLine['other'], zone: string, today: string): string[] {
  const { state, actionCount: actions, actionsDone: done } = meeting;
  const details: string[] = [];
  if (meeting.skipped !== null)
    details.push(meeting.skipped.by === other.id ? say('skip.byOther', { name: other.givenName }) : say('skip.byYou'));
  if (meeting.movedFrom !== null)
    details.push(say('person.movedFrom', { when: sayMoment(meeting.movedFrom, zone, today) }));
  if (state === 'closed')
    details.push(
      actions > 0 && done === actions ? say('person.allDone', { actions }) : say('person.counts', { actions, done }),
    );
  if ((state === 'planned' || state === 'open') && meeting.itemCount > 0) {
    details.push(
      say('home.itemsOf', {
        count: meeting.itemCount,
        planned: meeting.itemMinutes,
        minutes: minutesBetween(meeting.start, meeting.end),
      }),
    );
  }
  return details;
}

const markWords = {
  praise: 'person.mark.praise',
  feedback: 'person.mark.feedback',
  support: 'person.mark.support',
  development: 'person.mark.development',
  concern: 'person.mark.concern',
  decision: 'person.mark.decision',
} as const;

function isMark(mark: string): mark is keyof typeof markWords {
  return mark in markWords;
}

function Marks({ marks }: Pick<MeetingLine, 'marks'>) {
  const styles = useMeetingTimelineStyles();
  const known = [...new Set(marks)].filter(isMark);
  if (known.length === 0) return null;
  return (
    <div className={styles.marks}>
      {known.map((mark) => (
        <span key={mark} className={styles.tag}>
          {mark === 'praise' ? (
            <Star16Regular aria-hidden />
          ) : mark === 'support' ? (
            <HandRight16Regular aria-hidden />
          ) : (
            <Tag16Regular aria-hidden />
          )}
          <Caption1>{say(markWords[mark])}</Caption1>
        </span>
      ))}
    </div>
  );
}
