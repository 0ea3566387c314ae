import { Button } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { Suspense, useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { agreedSentence, agreementOf, plannedWords } from '../../features/agenda/agenda-words.ts';
import { AddItem } from '../../features/agenda/AddItem.tsx';
import { AgendaList } from '../../features/agenda/AgendaList.tsx';
import { JottingList } from '../../features/agenda/JottingList.tsx';
import { PrivateSign } from '../../features/agenda/PrivateSign.tsx';
import { sayDate, sayTimes, startWithDay } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { calledOffWords } from '../../ui/called-off-words.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useMeetingPanelStyles } from '../MeetingPanel.styles.ts';

const AgendaEditor = lazyPart(async () => (await import('../../features/agenda/AgendaEditor.tsx')).AgendaEditor);
const AgreementOffer = lazyPart(
  async () => (await import('../../features/agreement/AgreementOffer.tsx')).AgreementOffer,
);
const ShareBy = lazyPart(async () => (await import('../../features/agreement/ShareBy.tsx')).ShareBy);
const AdjournedList = lazyPart(async () => (await import('../../features/agenda/AdjournedList.tsx')).AdjournedList);
const PanelKind = lazyPart(async () => (await import('./PanelKind.tsx')).PanelKind);
const PanelStanding = lazyPart(async () => (await import('./PanelStanding.tsx')).PanelStanding);
const PreparationHelp = lazyPart(
  async () => (await import('../../features/agenda/PreparationHelp.tsx')).PreparationHelp,
);
const PanelCadence = lazyPart(async () => (await import('./PanelCadence.tsx')).PanelCadence);

interface PanelAgendaProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly waiting: ReadonlySet<string>;
}

/** The agenda in the side panel: to read, to change in place, and one's own jottings. */
export function PanelAgenda({ view, now, waiting }: PanelAgendaProps) {
  const styles = useMeetingPanelStyles();
  const [mode, setMode] = useState<'read' | 'change' | 'add'>('read');
  const { meeting, zone, items, cadence } = view;
  const today = localDateOf(now, zone);
  const isAgreed = agreementOf(view) === 'both';
  const canChange = meeting.state === 'planned' || meeting.state === 'open';
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {say('meeting.when', {
            day: startWithDay(localDateOf(meeting.start, zone), today),
            times: sayTimes(meeting.start, meeting.end, zone),
          })}
        </h2>
        <AgreementBadge view={view} />
      </div>
      {meeting.kind !== 'one-to-one' && (
        <Suspense fallback={null}>
          <PanelKind meeting={meeting} />
        </Suspense>
      )}
      <EndedNote view={view} />
      {canChange && (
        <Suspense fallback={null}>
          <AgreementOffer pairId={meeting.pairId} />
        </Suspense>
      )}
      {isAgreed && meeting.state === 'planned' && (
        <p className={styles.quiet}>
          {say('agenda.both')} {agreedSentence(view)}
        </p>
      )}
      {mode === 'change' ? (
        <Suspense fallback={<AgendaList items={items} people={[view.me, view.other]} />}>
          <AgendaEditor view={view} waiting={waiting} compact />
        </Suspense>
      ) : (
        <AgendaList
          items={items}
          people={[view.me, view.other]}
          waiting={waiting}
          dayOf={(start) => sayDate(localDateOf(start, zone), today)}
        />
      )}
      <div className={styles.row}>
        <span className={styles.quiet}>
          {say('agenda.count', { count: items.length, planned: plannedWords(view) })}
        </span>
        {canChange && mode === 'change' && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              setMode('read');
            }}
          >
            {say('agenda.changeDone')}
          </Button>
        )}
        {canChange && mode === 'read' && (
          <span className={styles.tools}>
            <Button
              size="small"
              appearance="subtle"
              icon={<Edit16Regular />}
              aria-label={say('agenda.changeAgenda')}
              title={say('agenda.changeAgenda')}
              onClick={() => {
                setMode('change');
              }}
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<Add16Regular />}
              onClick={() => {
                setMode('add');
              }}
            >
              {say('agenda.addItem')}
            </Button>
          </span>
        )}
      </div>
      {view.adjourned.length > 0 && (
        <Suspense fallback={null}>
          <AdjournedList view={view} />
        </Suspense>
      )}
      {mode === 'change' && meeting.state === 'planned' && (
        <Suspense fallback={null}>
          <PanelStanding view={view} />
        </Suspense>
      )}
      {mode === 'add' && (
        <AddItem
          view={view}
          onDone={() => {
            setMode('read');
          }}
        />
      )}
      <section className={styles.jottings} aria-label={say('agenda.yourJottings')}>
        <div className={styles.head}>
          <h2 className={styles.title}>{say('agenda.yourJottings')}</h2>
          <PrivateSign short />
        </div>
        <Suspense fallback={null}>
          <ShareBy view={view} />
        </Suspense>
        <JottingList view={view} waiting={waiting} />
        {meeting.state === 'planned' && (
          <Suspense fallback={null}>
            <PreparationHelp view={view} />
          </Suspense>
        )}
      </section>
      {cadence !== null && (
        <Suspense fallback={null}>
          <PanelCadence cadence={cadence} today={today} />
        </Suspense>
      )}
    </>
  );
}

function AgreementBadge({ view }: Pick<PanelAgendaProps, 'view'>) {
  const agreement = agreementOf(view);
  if (agreement === 'both') return <StateBadge state="agreed">{say('agenda.state.both')}</StateBadge>;
  if (view.meeting.state !== 'planned') return null;
  if (agreement === 'mine')
    return <StateBadge state="waiting">{say('agenda.state.mine', { name: view.other.givenName })}</StateBadge>;
  return (
    <StateBadge state="waiting">
      {agreement === 'theirs' ? say('agenda.state.theirs') : say('agenda.state.none')}
    </StateBadge>
  );
}

function EndedNote({ view }: Pick<PanelAgendaProps, 'view'>) {
  const styles = useMeetingPanelStyles();
  const { state, reason, calledOff } = view.meeting;
  const where = calledOffWords(calledOff, view.other);
  if (state !== 'missed' && state !== 'cancelled') return null;
  return (
    <p className={styles.quiet}>
      {state === 'missed' ? say('panel.missed') : say('panel.cancelled')}{' '}
      {reason !== null && say('panel.reason', { reason })}
      {where !== null && `${where}.`}
    </p>
  );
}
