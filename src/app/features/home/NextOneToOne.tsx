import { Body1, Body1Strong, Button, Caption1, Divider } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import type { MeetingLine, MeetingResponse } from '#contract/meetings.ts';
import type { PairLine } from '#contract/pairs.ts';
import { localDateOf } from '#core/time.ts';
import { capital, sayDay, sayTimes } from '../../text/dates.ts';
import { planRhythm } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PersonAvatar, PersonLabel } from '../../ui/PersonLabel.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useToday } from '../../ui/use-today.ts';
import { agendaStanding } from '../../ui/agenda-standing.ts';
import { NextMeetingButtons } from '../../ui/NextMeetingButtons.tsx';
import { useNextOneToOneStyles } from './NextOneToOne.styles.ts';
import { joinUrlOf } from '../../ui/join-url.ts';

const joinableMinutes = 15;

interface NextOneToOneProps {
  readonly pair: PairLine;
  readonly meeting: MeetingLine;
  /** What is in it, once read. */
  readonly detail: MeetingResponse | undefined;
  readonly onChange: () => void;
}

/** An employee's next one-to-one: when, what they put on its agenda, what they noted for themselves. */
export function NextOneToOne({ pair, meeting, detail, onChange }: NextOneToOneProps) {
  const styles = useNextOneToOneStyles();
  const { now, today, zone } = useToday();
  const { state, words } = agendaStanding(pair, meeting);
  const day = capital(sayDay(localDateOf(meeting.start, zone), today));
  const joinUrl = joinUrlOf(pair, meeting);
  return (
    <Panel title={say('home.next')} aside={<StateBadge state={state}>{words}</StateBadge>}>
      <div className={styles.row}>
        <PersonLabel person={pair.other} detail={say('home.yourManager')} />
        <div>
          <Body1Strong block>
            {say('days.dayAndTime', { day, time: sayTimes(meeting.start, meeting.end, zone) })}
          </Body1Strong>
          {pair.series !== null && (
            <Caption1 className={styles.quiet}>
              {say('home.inTeams', { rhythm: planRhythm(pair.series.plan).toLowerCase() })}
            </Caption1>
          )}
        </div>
        <div className={styles.buttons}>
          {meeting.state === 'planned' && meeting.start <= now && (
            <Button onClick={onChange}>{say('home.couldNotMeet')}</Button>
          )}
          <NextMeetingButtons meeting={meeting} joinUrl={joinUrl} joinableMinutes={joinableMinutes} />
        </div>
      </div>
      <Divider />
      <Prepared pair={pair} detail={detail} />
    </Panel>
  );
}

function Prepared({ pair, detail }: Pick<NextOneToOneProps, 'pair' | 'detail'>) {
  const styles = useNextOneToOneStyles();
  const items = detail?.items.filter((item) => item.raisedBy === detail.me.id) ?? [];
  const jottings = detail?.jottings.filter((jotting) => jotting.sharedItemId === null) ?? [];
  return (
    <div className={styles.halves}>
      <div className={styles.half}>
        <Body1Strong as="h3" className={styles.title}>
          {say('home.sharedItems')}
        </Body1Strong>
        {detail !== undefined && items.length === 0 && (
          <Body1 className={styles.quiet}>{say('home.noSharedItems', { name: pair.other.givenName })}</Body1>
        )}
        {detail !== undefined &&
          items.map((item) => (
            <div key={item.id} className={styles.item}>
              <PersonAvatar person={detail.me} size={20} />
              <Body1>{item.title}</Body1>
            </div>
          ))}
      </div>
      <div className={styles.half}>
        <div className={styles.private}>
          <Body1Strong as="h3" className={styles.title}>
            {say('home.jottings')}
          </Body1Strong>
          <span className={styles.lock}>
            <LockClosed16Regular aria-hidden />
            <Caption1>{say('general.onlyYou')}</Caption1>
          </span>
        </div>
        {detail !== undefined && jottings.length === 0 && (
          <Body1 className={styles.quiet}>{say('home.noJottings')}</Body1>
        )}
        {jottings.map((jotting) => (
          <Body1 key={jotting.id}>{jotting.text}</Body1>
        ))}
      </div>
    </div>
  );
}
