import { Button } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { useNow } from '../api/server-clock.ts';
import { ActionList } from '../features/actions/ActionList.tsx';
import { agreementOf, publishedState } from '../features/agenda/agenda-words.ts';
import { AddItem } from '../features/agenda/AddItem.tsx';
import { AgendaList } from '../features/agenda/AgendaList.tsx';
import { useFoundMeeting } from '../features/meeting/use-found-meeting.ts';
import { useMeeting, type MeetingScreen } from '../features/meeting/use-meeting.ts';
import { RefusedLines } from '../features/record/RefusedLines.tsx';
import { useHost } from '../host/host-context.ts';
import type { HostPlace } from '../host/host.ts';
import { sayDate, sayDistance, sayTime } from '../text/dates.ts';
import { say } from '../text/say.ts';
import { DeliveryNotice } from '../ui/DeliveryNotice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { OfflineNotice } from '../ui/OfflineNotice.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { PersonLabel } from '../ui/PersonLabel.tsx';
import { PolicyLine } from '../ui/PolicyLine.tsx';
import { StateBadge } from '../ui/StateBadge.tsx';
import { askedAndStands } from './meeting/cadence-words.ts';
import { useOutlookPaneStyles } from './OutlookPane.styles.ts';

interface OutlookPaneProps {
  readonly place: HostPlace;
}

/** Beside an Outlook appointment, for organiser and attendee alike: the agenda, open actions, and the way into Teams. */
export function OutlookPane({ place }: OutlookPaneProps) {
  const styles = useOutlookPaneStyles();
  const found = useFoundMeeting(place);
  const screen = useMeeting(found.meetingId);
  if (screen.view !== null) return <PaneOfMeeting key={screen.view.meeting.id} screen={screen} view={screen.view} />;
  const error = found.error ?? screen.error;
  if (error !== null) {
    return (
      <div className={styles.alone}>
        <ErrorNotice error={error} onRetry={found.error === null ? screen.tryAgain : found.tryAgain} />
      </div>
    );
  }
  if (found.meetingId !== null || found.isLooking) return <PageSkeleton rows={5} />;
  return (
    <main className={styles.alone}>
      <EmptyState title={say('pane.none.title')}>{say('pane.none.body')}</EmptyState>
    </main>
  );
}

interface PaneOfMeetingProps {
  readonly screen: MeetingScreen;
  readonly view: MeetingResponse;
}

function PaneOfMeeting({ screen, view }: PaneOfMeetingProps) {
  const styles = useOutlookPaneStyles();
  const host = useHost();
  const { meeting, zone, other, cadence } = view;
  const today = localDateOf(useNow(), zone);
  const day = localDateOf(meeting.start, zone);
  const joinUrl = meeting.joinUrl;
  const openActions = [...view.lastActions, ...view.newActions].filter(({ state }) => state === 'open');
  return (
    <div className={styles.pane}>
      <header className={styles.part}>
        <h1 className={styles.hidden}>{say('pane.title', { name: other.displayName })}</h1>
        <PersonLabel
          person={other}
          detail={`${sayDate(day, today)}, ${sayTime(meeting.start, zone)}, ${sayDistance(day, today)}`}
        />
      </header>
      <main className={styles.middle}>
        <OfflineNotice />
        <DeliveryNotice deliveries={view.deliveries} other={other} />
        <RefusedLines meetingId={meeting.id} refused={screen.refused} />
        <section className={styles.section} aria-label={say('agenda.title')}>
          <div className={styles.head}>
            <h2 className={styles.title}>{say('agenda.title')}</h2>
            <PaneState view={view} />
          </div>
          <AgendaList items={view.items} people={[view.me, other]} waiting={screen.waiting} plain />
          <AddToAgenda view={view} />
        </section>
        <section className={styles.section} aria-label={say('pane.openActions')}>
          <h2 className={styles.title}>{say('pane.openActions')}</h2>
          <ActionList
            actions={openActions}
            people={[view.me, other]}
            meetingId={meeting.id}
            none={say('pane.noActions')}
            label={say('pane.openActions')}
          />
        </section>
        {cadence !== null && <PolicyLine clause={cadence.clause}>{askedAndStands(cadence, today)}</PolicyLine>}
      </main>
      {joinUrl !== null && (
        <footer className={styles.foot}>
          <Button
            icon={<Open20Regular />}
            iconPosition="after"
            onClick={() => {
              void host.openLink(joinUrl);
            }}
          >
            {say('pane.openInTeams')}
          </Button>
        </footer>
      )}
    </div>
  );
}

function PaneState({ view }: Pick<PaneOfMeetingProps, 'view'>) {
  const agreement = agreementOf(view);
  if (agreement === 'both') {
    const isAttached = publishedState(view.deliveries) === 'done';
    return (
      <StateBadge state="agreed">{isAttached ? say('agenda.state.attached') : say('agenda.state.both')}</StateBadge>
    );
  }
  if (agreement === 'mine')
    return <StateBadge state="waiting">{say('agenda.state.mine', { name: view.other.givenName })}</StateBadge>;
  return (
    <StateBadge state="waiting">
      {agreement === 'theirs' ? say('agenda.state.theirs') : say('agenda.state.none')}
    </StateBadge>
  );
}

function AddToAgenda({ view }: Pick<PaneOfMeetingProps, 'view'>) {
  const styles = useOutlookPaneStyles();
  const [isAdding, setAdding] = useState(false);
  if (view.meeting.state !== 'planned' && view.meeting.state !== 'open') return null;
  if (!isAdding) {
    return (
      <Button
        className={styles.add}
        size="small"
        icon={<Add16Regular />}
        onClick={() => {
          setAdding(true);
        }}
      >
        {say('agenda.addItem')}
      </Button>
    );
  }
  return (
    <AddItem
      view={view}
      brief
      onDone={() => {
        setAdding(false);
      }}
    />
  );
}
