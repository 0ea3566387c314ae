import { Body1Strong, Button, Caption1 } from '@fluentui/react-components';
import { Video20Regular } from '@fluentui/react-icons/svg/video';
import { useLocation } from 'wouter';
import type { MeetingLine } from '#contract/meetings.ts';
import type { HomeResponse, PairLine } from '#contract/pairs.ts';
import { minutesBetween } from '#core/time.ts';
import { useHost } from '../../host/host-context.ts';
import { sayTime } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PersonLabel } from '../../ui/PersonLabel.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { joinUrlOf } from '../../ui/join-url.ts';
import { otherKindWords } from '../../ui/meeting-kind-words.ts';
import { useToday } from '../../ui/use-today.ts';
import { agendaStanding, hasAgreed } from '../../ui/agenda-standing.ts';
import { useTodayCardStyles } from './TodayCard.styles.ts';

const joinableMinutes = 30;

interface TodayCardProps {
  readonly today: HomeResponse['today'];
}

/** Today's one-to-ones, earliest first, each with the next step. */
export function TodayCard({ today }: TodayCardProps) {
  const styles = useTodayCardStyles();
  const { now } = useToday();
  const sorted = [...today].sort((a, b) => a.meeting.start.localeCompare(b.meeting.start));
  const nextUp = sorted.find(
    ({ meeting }) => meeting.state === 'open' || (meeting.state === 'planned' && meeting.end > now),
  );
  return (
    <Panel title={say('home.today')}>
      <ul className={styles.list}>
        {sorted.map(({ pair, meeting }) => (
          <TodayRow key={meeting.id} pair={pair} meeting={meeting} isNext={meeting.id === nextUp?.meeting.id} />
        ))}
      </ul>
    </Panel>
  );
}

interface TodayRowProps {
  readonly pair: PairLine;
  readonly meeting: MeetingLine;
  readonly isNext: boolean;
}

function TodayRow({ pair, meeting, isNext }: TodayRowProps) {
  const styles = useTodayCardStyles();
  const { zone } = useToday();
  const { state, words } = agendaStanding(pair, meeting);
  return (
    <li className={styles.row}>
      <div className={styles.time}>
        <Body1Strong block>{sayTime(meeting.start, zone)}</Body1Strong>
        <Caption1 className={styles.quiet}>
          {say('general.minutes', { minutes: minutesBetween(meeting.start, meeting.end) })}
        </Caption1>
      </div>
      <PersonLabel person={pair.other} />
      <div className={styles.standing}>
        <StateBadge state={state}>{words}</StateBadge>
        <Caption1 block className={styles.quiet}>
          {[otherKindWords(meeting), standingLine(pair, meeting)].filter(Boolean).join(' · ')}
        </Caption1>
      </div>
      <RowButtons pair={pair} meeting={meeting} isNext={isNext} />
    </li>
  );
}

function standingLine(pair: PairLine, meeting: MeetingLine): string {
  const planned = meeting.itemMinutes;
  const minutes = minutesBetween(meeting.start, meeting.end);
  const items = say('home.itemsOf', { count: meeting.itemCount, planned, minutes });
  if (meeting.state !== 'planned') return items;
  if (meeting.itemCount === 0) return say('home.itemsNone');
  return pair.openActions === 0
    ? items
    : say('home.sentences', { first: items, second: say('home.openActions', { count: pair.openActions }) });
}

function RowButtons({ pair, meeting, isNext }: TodayRowProps) {
  const styles = useTodayCardStyles();
  const host = useHost();
  const { now } = useToday();
  const [, navigate] = useLocation();
  const { givenName: name } = pair.other;
  const open = () => {
    navigate(`/meetings/${meeting.id}`);
  };
  if (meeting.state !== 'planned' && meeting.state !== 'open') {
    return (
      <div className={styles.buttons}>
        <Button onClick={open} aria-label={say('home.readRecordWith', { name })}>
          {say('home.readRecord')}
        </Button>
      </div>
    );
  }
  const joinUrl = joinUrlOf(pair, meeting);
  const isSoon = minutesBetween(now, meeting.start) <= joinableMinutes;
  const canJoin = joinUrl !== null && (isNext || isSoon);
  const isPrepared = hasAgreed(pair, meeting);
  const openLabel =
    meeting.state === 'open' ? say('home.goOn') : isPrepared ? say('home.openAgenda') : say('home.prepare');
  const openName =
    meeting.state === 'open'
      ? say('home.goOnWith', { name })
      : isPrepared
        ? say('home.openAgendaWith', { name })
        : say('home.prepareFor', { name });
  const joins = canJoin && (isSoon || isPrepared);
  return (
    <div className={styles.buttons}>
      <Button onClick={open} appearance={isNext && !joins ? 'primary' : 'secondary'} aria-label={openName}>
        {openLabel}
      </Button>
      {canJoin && (
        <Button
          icon={<Video20Regular />}
          appearance={isNext && joins ? 'primary' : 'secondary'}
          onClick={() => {
            void host.openLink(joinUrl);
          }}
          aria-label={say('general.joinMeeting', { name })}
        >
          {say('general.join')}
        </Button>
      )}
    </div>
  );
}
