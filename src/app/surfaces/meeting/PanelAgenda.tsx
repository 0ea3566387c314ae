import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { agreedSentence, agreementOf, plannedWords } from '../../features/agenda/agenda-words.ts';
import { AgendaEditor } from '../../features/agenda/AgendaEditor.tsx';
import { AgendaList } from '../../features/agenda/AgendaList.tsx';
import { JottingList } from '../../features/agenda/JottingList.tsx';
import { PrivateSign } from '../../features/agenda/PrivateSign.tsx';
import { sayTimes, startWithDay } from '../../text/dates.ts';
import { findingLine } from '../../text/findings.ts';
import { say } from '../../text/say.ts';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useMeetingPanelStyles } from '../MeetingPanel.styles.ts';

interface PanelAgendaProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly waiting: ReadonlySet<string>;
}

/** The agenda in the side panel: to read, to change in place, and one's own jottings. */
export function PanelAgenda({ view, now, waiting }: PanelAgendaProps) {
  const styles = useMeetingPanelStyles();
  const [isChanging, setChanging] = useState(false);
  const { meeting, zone, items, cadence } = view;
  const today = localDateOf(now, zone);
  const agreement = agreementOf(view);
  const canChange = meeting.state === 'planned' || meeting.state === 'open';
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {say('meeting.when', { day: startWithDay(localDateOf(meeting.start, zone), today), times: sayTimes(meeting.start, meeting.end, zone) })}
        </h2>
        <StateBadge state={agreement === 'both' ? 'agreed' : 'waiting'}>
          {agreement === 'both'
            ? say('agenda.state.both')
            : agreement === 'none'
              ? say('agenda.state.none')
              : agreement === 'mine'
                ? say('agenda.state.mine', { name: view.other.givenName })
                : say('agenda.state.theirs')}
        </StateBadge>
      </div>
      <EndedNote view={view} />
      {agreement === 'both' && meeting.state === 'planned' && <p className={styles.quiet}>{agreedSentence(view.deliveries)}</p>}
      {isChanging ? <AgendaEditor view={view} waiting={waiting} compact /> : <AgendaList items={items} people={[view.me, view.other]} />}
      <div className={styles.row}>
        <span className={styles.quiet}>{say('agenda.count', { count: items.length, planned: plannedWords(view) })}</span>
        {canChange && (
          <Button size="small" appearance="subtle" aria-expanded={isChanging} onClick={() => { setChanging(!isChanging); }}>
            {isChanging ? say('agenda.changeDone') : say('agenda.change')}
          </Button>
        )}
      </div>
      <section className={styles.jottings} aria-label={say('agenda.yourJottings')}>
        <div className={styles.head}>
          <h2 className={styles.title}>{say('agenda.yourJottings')}</h2>
          <PrivateSign short />
        </div>
        <JottingList view={view} waiting={waiting} />
      </section>
      {cadence !== null && <PolicyLine clause={cadence.clause}>{findingLine(cadence, today)}</PolicyLine>}
    </>
  );
}

function EndedNote({ view }: Pick<PanelAgendaProps, 'view'>) {
  const styles = useMeetingPanelStyles();
  const { state, reason } = view.meeting;
  if (state !== 'missed' && state !== 'cancelled') return null;
  return (
    <p className={styles.quiet}>
      {state === 'missed' ? say('panel.missed') : say('panel.cancelled')} {reason !== null && say('panel.reason', { reason })}
    </p>
  );
}
