import { Button, Caption1 } from '@fluentui/react-components';
import { CalendarEdit20Regular } from '@fluentui/react-icons/svg/calendar-edit';
import { Suspense } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { useNow } from '../../api/server-clock.ts';
import { AgreementOffer } from '../../features/agreement/AgreementOffer.tsx';
import { ActionLine } from '../../features/actions/ActionLine.tsx';
import { CloseResult } from '../../features/coverage/CloseResult.tsx';
import { ChangeMeetingDialog } from '../../features/meeting/ChangeMeetingDialog.tsx';
import { SkipNotice } from '../../features/meeting/SkipNotice.tsx';
import { useMeeting, type MeetingScreen } from '../../features/meeting/use-meeting.ts';
import { ClosedRecord } from '../../features/record/ClosedRecord.tsx';
import { MeasureList } from '../../features/record/MeasureList.tsx';
import { RefusedLines } from '../../features/record/RefusedLines.tsx';
import { useHost } from '../../host/host-context.ts';
import { say } from '../../text/say.ts';
import { DeliveryNotice } from '../../ui/DeliveryNotice.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { useDialogOnDemand } from '../../ui/use-dialog.ts';
import { useMeetingPageStyles } from './MeetingPage.styles.ts';
import { MeetingTitle } from './MeetingTitle.tsx';
import { OpenRecord } from './OpenRecord.tsx';
import { RecordForm } from './RecordForm.tsx';
import { StartButton } from './StartButton.tsx';
import { PrepareBoard } from './PrepareBoard.tsx';

const BetterTimes = lazyPart(async () => (await import('../../features/rescheduling/BetterTimes.tsx')).BetterTimes);
const SignOffCards = lazyPart(async () => (await import('../../features/sign-off/SignOffCards.tsx')).SignOffCards);

const OutlookNews = lazyPart(async () => (await import('../../features/following/OutlookNews.tsx')).OutlookNews);

interface MeetingPageProps {
  readonly meetingId: string;
}

/** One one-to-one in the personal tab: to prepare, to write in while it lasts, to read afterwards. */
export function MeetingPage({ meetingId }: MeetingPageProps) {
  const styles = useMeetingPageStyles();
  const screen = useMeeting(meetingId);
  if (screen.view !== null) return <PageOfMeeting screen={screen} view={screen.view} />;
  if (screen.error === null) return <PageSkeleton />;
  return (
    <div className={styles.page}>
      <ErrorNotice error={screen.error} onRetry={screen.tryAgain} />
    </div>
  );
}

interface PageOfMeetingProps {
  readonly screen: MeetingScreen;
  readonly view: MeetingResponse;
}

function PageOfMeeting({ screen, view }: PageOfMeetingProps) {
  const styles = useMeetingPageStyles();
  const host = useHost();
  const now = useNow();
  const change = useDialogOnDemand<'change'>();
  const { meeting } = view;
  const { joinUrl } = meeting;
  const isPlanned = meeting.state === 'planned';
  const canChange = isPlanned && (view.supervising || meeting.start <= now);
  return (
    <div className={styles.page}>
      <MeetingTitle
        view={view}
        tools={
          <>
            {canChange && (
              <Button
                icon={<CalendarEdit20Regular />}
                onClick={() => {
                  change.ask('change');
                }}
              >
                {view.supervising ? say('meeting.change') : say('meeting.didNotHappen')}
              </Button>
            )}
            <StartButton view={view} now={now} />
            {isPlanned && joinUrl !== null && (
              <Button
                onClick={() => {
                  void host.openLink(joinUrl);
                }}
              >
                {say('general.join')}
              </Button>
            )}
          </>
        }
      />
      <DeliveryNotice deliveries={view.deliveries} other={view.other} />
      <Suspense fallback={null}>
        <OutlookNews pairId={view.meeting.pairId} meetingId={view.meeting.id} />
      </Suspense>
      <RefusedLines meetingId={meeting.id} refused={screen.refused} />
      {meeting.skipped !== null && view.supervising && <SkipNotice meeting={meeting} name={view.other.givenName} />}
      {isPlanned && (
        <Suspense fallback={null}>
          <BetterTimes pairs={[{ ...view, pairId: meeting.pairId }]} meetingId={meeting.id} />
        </Suspense>
      )}
      {(isPlanned || meeting.state === 'open') && <AgreementOffer pairId={meeting.pairId} />}
      {isPlanned && <PrepareBoard screen={screen} view={view} />}
      {meeting.state === 'open' && <OpenRecord screen={screen} view={view} />}
      {meeting.state === 'closed' && <ClosedMeeting view={view} now={now} isSending={screen.isSending} />}
      {(meeting.state === 'missed' || meeting.state === 'cancelled') && <PrepareBoard screen={screen} view={view} />}
      {change.asked !== null && (
        <ChangeMeetingDialog
          key={change.key}
          meeting={meeting}
          other={view.other}
          supervising={view.supervising}
          onClose={change.done}
        />
      )}
    </div>
  );
}

interface ClosedMeetingProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly isSending: boolean;
}

function ClosedMeeting({ view, now, isSending }: ClosedMeetingProps) {
  const styles = useMeetingPageStyles();
  const people = [view.me, view.other];
  const renderAction = (action: ActionView) => (
    <ActionLine action={action} people={people} showOwner meetingId={view.meeting.id} />
  );
  return (
    <div className={styles.columns}>
      <Panel title={say('record.title')}>
        <RecordForm view={view} now={now} isSending={isSending} renderAction={renderAction}>
          <ClosedRecord view={view} renderAction={renderAction} />
        </RecordForm>
      </Panel>
      <div className={styles.side}>
        <Suspense fallback={null}>
          <SignOffCards view={view} />
        </Suspense>
        <Panel title={say('meeting.summaryMail')}>
          <CloseResult view={view} now={now} />
        </Panel>
        {view.measures.length > 0 && (
          <Panel title={say('record.measures')}>
            <MeasureList view={view} now={now} />
          </Panel>
        )}
        <Panel title={say('meeting.whoReads')}>
          <span className={styles.readers}>
            <PersonAvatar person={view.me} size={20} />
            <PersonAvatar person={view.other} size={20} />
            {say('meeting.onlyTwo')}
          </span>
          <Caption1 className={styles.quiet}>{say('record.sameForBoth')}</Caption1>
        </Panel>
      </div>
    </div>
  );
}
