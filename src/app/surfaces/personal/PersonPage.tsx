import { Suspense } from 'react';
import { useLocation } from 'wouter';
import type { PairResponse } from '#contract/pairs.ts';
import { useRoute } from '../../api/use-route.ts';
import { ChangeMeetingDialog } from '../../features/meeting/ChangeMeetingDialog.tsx';
import { SkipNotice } from '../../features/meeting/SkipNotice.tsx';
import { ExtraSupportDialog } from '../../features/person/ExtraSupportDialog.tsx';
import { PersonHead } from '../../features/person/PersonHead.tsx';
import { PersonMenu, type PersonStep } from '../../features/person/PersonMenu.tsx';
import { SeriesNotices } from '../../features/person/SeriesNotices.tsx';
import type { KindDue } from '../../features/person/PlanMeetingDialog.tsx';
import { usePlannableKinds } from '../../features/person/use-plannable-kinds.ts';
import { say } from '../../text/say.ts';
import { BookingProgress } from '../../ui/BookingProgress.tsx';
import { DeliveryNotice } from '../../ui/DeliveryNotice.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { OverflowTabs } from '../../ui/OverflowTabs.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useDialogOnDemand } from '../../ui/use-dialog.ts';
import { useToday } from '../../ui/use-today.ts';
import { usePageStyles } from './Page.styles.ts';
import { usePersonPageStyles } from './PersonPage.styles.ts';
import { PersonTab, personTabs } from './PersonTab.tsx';

const BetterTimes = lazyPart(async () => (await import('../../features/rescheduling/BetterTimes.tsx')).BetterTimes);

const PlanMeetingDialog = lazyPart(
  async () => (await import('../../features/person/PlanMeetingDialog.tsx')).PlanMeetingDialog,
);

const PauseDialog = lazyPart(async () => (await import('../../features/person/PauseDialog.tsx')).PauseDialog);
const ExtendDialog = lazyPart(async () => (await import('../../features/person/GoOnDialog.tsx')).ExtendDialog);
const EndPauseDialog = lazyPart(async () => (await import('../../features/person/GoOnDialog.tsx')).EndPauseDialog);

const OutlookNews = lazyPart(async () => (await import('../../features/following/OutlookNews.tsx')).OutlookNews);

const HandOverDialog = lazyPart(async () => (await import('../../features/person/HandOverDialog.tsx')).HandOverDialog);
const TakeAlong = lazyPart(async () => (await import('../../features/person/TakeAlong.tsx')).TakeAlong);

const EndSeriesDialog = lazyPart(
  async () => (await import('../../features/person/EndSeriesDialog.tsx')).EndSeriesDialog,
);

const seriesDialogs = {
  end: EndSeriesDialog,
  extend: ExtendDialog,
  pause: PauseDialog,
  'go-on': EndPauseDialog,
  'hand-over': HandOverDialog,
} as const;

interface PersonPageProps {
  readonly pairId: string;
  /** Which part: `overview` unless the address says otherwise. */
  readonly tab: string | undefined;
}

/** Everything about one person's one-to-ones, from the side of whoever looks. */
export function PersonPage({ pairId, tab }: PersonPageProps) {
  const page = usePageStyles();
  const detail = useRoute('pair', { params: { pairId } });
  if (detail.isPending) return <PageSkeleton />;
  return (
    <>
      {detail.error !== null && (
        <div className={page.page}>
          <ErrorNotice
            error={detail.error}
            onRetry={() => {
              void detail.refetch();
            }}
          />
        </div>
      )}
      {detail.data !== undefined && (
        <Person detail={detail.data} tab={personTabs.find((one) => one === tab) ?? 'overview'} />
      )}
    </>
  );
}

interface PersonProps {
  readonly detail: PairResponse;
  readonly tab: (typeof personTabs)[number];
}

function Person({ detail, tab }: PersonProps) {
  const page = usePageStyles();
  const styles = usePersonPageStyles();
  const [, navigate] = useLocation();
  const dialog = useDialogOnDemand<PersonStep>();
  const { today } = useToday();
  const { pair, extraSupport, pause, deliveries } = detail;
  const { pairId, other, supervising } = pair;
  const shown = useShownTabs(pairId);
  const ask = (step: PersonStep): void => {
    if (step === 'move-all') navigate(`/people/${pairId}/change`);
    else dialog.ask(step);
  };
  return (
    <>
      <div className={styles.head}>
        <PersonHead
          pair={pair}
          isQuiet={tab === 'agreement'}
          menu={
            supervising && (
              <PersonMenu
                pair={pair}
                hasExtraSupport={extraSupport !== null}
                isPaused={pause !== null && (pause.until ?? today) >= today}
                onStep={ask}
              />
            )
          }
        />
        <OverflowTabs
          className={styles.tabs}
          label={say('person.tabs', { name: other.givenName })}
          tabs={personTabs
            .filter((one) => one === tab || shown(one))
            .map((one) => ({ value: one, words: say(`person.tab.${one}`) }))}
          selected={tab}
          onSelect={(value) => {
            navigate(value === 'overview' ? `/people/${pairId}` : `/people/${pairId}/${value}`);
          }}
        />
      </div>
      <div className={page.page}>
        {pair.series?.state === 'being-booked' && <BookingProgress pair={pair} />}
        <DeliveryNotice deliveries={deliveries} other={other} />
        <Suspense fallback={null}>
          <OutlookNews
            pairId={pairId}
            onSchedule={(to, how) => {
              navigate(`/people/${to}/${how}`);
            }}
            onMeeting={(meetingId) => {
              navigate(`/meetings/${meetingId}`);
            }}
          />
        </Suspense>
        <Skipped detail={detail} />
        <SeriesNotices detail={detail} onStep={ask} />
        {(tab === 'overview' || tab === 'meetings') && (
          <Suspense fallback={null}>
            <BetterTimes pairs={[pair]} />
          </Suspense>
        )}
        {!supervising && tab === 'overview' && (
          <Suspense fallback={null}>
            <TakeAlong pair={pair} />
          </Suspense>
        )}
        <PersonTab detail={detail} tab={tab} />
      </div>
      <StepDialog key={dialog.key} detail={detail} step={dialog.asked} onClose={dialog.done} />
    </>
  );
}

/** The meetings skipped just now, which can be taken back for a moment. */
function Skipped({ detail: { pair, meetings } }: { readonly detail: PairResponse }) {
  if (!pair.supervising) return null;
  return meetings
    .filter(({ skipped }) => skipped !== null)
    .map((meeting) => <SkipNotice key={meeting.id} meeting={meeting} name={pair.other.givenName} />);
}

const staleMilliseconds = 600_000;

/** Which parts the pair's policy has anything to say about. */
function useShownTabs(pairId: string): (tab: (typeof personTabs)[number]) => boolean {
  const policy = useRoute('pairPolicy', { params: { pairId }, staleTime: staleMilliseconds });
  const kinds = new Set((policy.data?.rules ?? []).map(({ kind }) => kind));
  return (tab) => {
    if (tab === 'agreement') return kinds.has('agreement');
    return tab !== 'objectives' || kinds.has('objectives') || kinds.has('development');
  };
}

/** When the policy asks for a meeting of a kind; null: by no day. */
function dueOf({ findings }: PairResponse, kind: string): KindDue | null {
  const asked = findings.find((one) => one.kind === 'meeting-kind' && one.values['meetingKind'] === kind);
  if (asked === undefined || asked.dueOn === null || asked.state === 'excused') return null;
  const { opensOn } = asked.values;
  return { dueOn: asked.dueOn, opensOn: typeof opensOn === 'string' ? opensOn : null, clause: asked.clause };
}

interface StepDialogProps {
  readonly detail: PairResponse;
  readonly step: PersonStep | null;
  readonly onClose: () => void;
}

function StepDialog({ detail, step, onClose }: StepDialogProps) {
  const { pair } = detail;
  const kinds = usePlannableKinds(pair.pairId);
  if (step === 'support') return <ExtraSupportDialog detail={detail} onClose={onClose} />;
  if (step === 'end' || step === 'extend' || step === 'pause' || step === 'go-on' || step === 'hand-over') {
    const SeriesDialog = seriesDialogs[step];
    return (
      <Suspense fallback={null}>
        <SeriesDialog detail={detail} onClose={onClose} />
      </Suspense>
    );
  }
  const plan = kinds.find(({ kind }) => step === `plan ${kind}`);
  if (plan !== undefined)
    return (
      <Suspense fallback={null}>
        <PlanMeetingDialog pair={pair} {...plan} due={dueOf(detail, plan.kind)} onClose={onClose} />
      </Suspense>
    );
  if ((step !== 'change' && step !== 'skip') || pair.next === null) return null;
  return (
    <ChangeMeetingDialog
      meeting={pair.next}
      other={pair.other}
      supervising={pair.supervising}
      initial={step === 'skip' ? 'skip' : 'move'}
      onClose={onClose}
    />
  );
}
