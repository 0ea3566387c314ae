import { Divider, ProgressBar, mergeClasses } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { agreementOf, plannedMinutes, plannedWords, publishedState } from '../../features/agenda/agenda-words.ts';
import { AgendaEditor } from '../../features/agenda/AgendaEditor.tsx';
import { AgendaList } from '../../features/agenda/AgendaList.tsx';
import { ShareBy } from '../../features/agreement/ShareBy.tsx';
import { AgreeBar } from '../../features/agenda/AgreeBar.tsx';
import { JottingList } from '../../features/agenda/JottingList.tsx';
import { PrivateSign } from '../../features/agenda/PrivateSign.tsx';
import { SharedList } from '../../features/agenda/SharedList.tsx';
import { TopicHints } from '../../features/agenda/TopicHints.tsx';
import type { MeetingScreen } from '../../features/meeting/use-meeting.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { usePrepareBoardStyles } from './PrepareBoard.styles.ts';

const AdjournedList = lazyPart(async () => (await import('../../features/agenda/AdjournedList.tsx')).AdjournedList);
const AgendaAside = lazyPart(async () => (await import('../../features/agenda/AgendaAside.tsx')).AgendaAside);
const PreparationHelp = lazyPart(
  async () => (await import('../../features/agenda/PreparationHelp.tsx')).PreparationHelp,
);

interface PrepareBoardProps {
  readonly screen: MeetingScreen;
  readonly view: MeetingResponse;
}

/** Two private lists feeding one joint agenda in the middle. */
export function PrepareBoard({ screen, view }: PrepareBoardProps) {
  const styles = usePrepareBoardStyles();
  const { used, minutes } = plannedMinutes(view);
  const isPlanned = view.meeting.state === 'planned';
  return (
    <div className={styles.board}>
      <Panel
        title={say('agenda.forBoth')}
        aside={<AgreementBadge view={view} />}
        className={mergeClasses(styles.joint, styles.shadow)}
      >
        <div className={styles.progress}>
          <ProgressBar
            className={styles.bar}
            value={Math.min(used, minutes)}
            max={minutes}
            color={used > minutes ? 'warning' : 'brand'}
            aria-hidden
          />
          <span className={styles.quiet}>{plannedWords(view)}</span>
        </div>
        {isPlanned ? (
          <AgendaEditor view={view} waiting={screen.waiting} />
        ) : (
          <AgendaList items={view.items} people={[view.me, view.other]} />
        )}
        {view.adjourned.length > 0 && (
          <Suspense fallback={null}>
            <AdjournedList view={view} />
          </Suspense>
        )}
        {isPlanned && (
          <>
            <Divider />
            <AgreeBar view={view} isSending={screen.isSending} />
          </>
        )}
      </Panel>
      <Panel title={say('agenda.yourList')} aside={<PrivateSign />} className={styles.yours}>
        <ShareBy view={view} />
        <JottingList view={view} waiting={screen.waiting} />
        {isPlanned && (
          <Suspense fallback={null}>
            <PreparationHelp view={view} />
          </Suspense>
        )}
        {isPlanned && <TopicHints view={view} />}
      </Panel>
      <div className={mergeClasses(styles.theirs, styles.stack)}>
        <Panel
          title={say('agenda.theirList', { name: view.other.givenName })}
          aside={<span className={styles.quiet}>{say('agenda.theirShared')}</span>}
        >
          <SharedList view={view} />
        </Panel>
        {isPlanned && (
          <Suspense fallback={null}>
            <AgendaAside view={view} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

function AgreementBadge({ view }: Pick<PrepareBoardProps, 'view'>) {
  const agreement = agreementOf(view);
  if (view.meeting.state !== 'planned') return null;
  if (agreement === 'both') {
    const isAttached = publishedState(view.deliveries) === 'done';
    return (
      <StateBadge state="agreed">{isAttached ? say('agenda.state.attached') : say('agenda.state.both')}</StateBadge>
    );
  }
  return (
    <StateBadge state="waiting">
      {agreement === 'mine' ? say('agenda.state.mine', { name: view.other.givenName }) : say('agenda.state.none')}
    </StateBadge>
  );
}
