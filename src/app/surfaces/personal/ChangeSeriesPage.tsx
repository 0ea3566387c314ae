import { Body1 } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PairResponse } from '#contract/pairs.ts';
import type { SlotOfferView } from '#contract/series.ts';
import { occurrenceDates } from '#core/series/occurrences.ts';
import { addDays } from '#core/time.ts';
import { useChange } from '../../api/use-change.ts';
import { useRoute } from '../../api/use-route.ts';
import { ChangeCheckCard } from '../../features/schedule/ChangeCheckCard.tsx';
import { ChosenCard } from '../../features/schedule/ChosenCard.tsx';
import { NeedCard, type Need } from '../../features/schedule/NeedCard.tsx';
import { OfferList } from '../../features/schedule/OfferList.tsx';
import { offerKey, outcomeOf, type Settlements } from '../../features/schedule/plan-choice.ts';
import { StepHead } from '../../features/schedule/StepHead.tsx';
import { useSlots } from '../../features/schedule/use-slots.ts';
import { planDays, planRhythm, planTimes } from '../../text/intervals.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { useToday } from '../../ui/use-today.ts';
import { usePageStyles } from './Page.styles.ts';
import { useSchedulePageStyles } from './SchedulePage.styles.ts';

interface ChangeSeriesPageProps {
  readonly pairId: string;
}

/** Moves one person's one-to-ones from here on: choose another time, see what will happen, move. */
export function ChangeSeriesPage({ pairId }: ChangeSeriesPageProps) {
  const page = usePageStyles();
  const { data, error, isPending, refetch } = useRoute('pair', { params: { pairId } });
  if (isPending) return <PageSkeleton />;
  if (data?.pair.series != null) return <Change detail={data} series={data.pair.series} />;
  return (
    <div className={page.page}>
      {error === null ? (
        <EmptyState title={say('change.none')} />
      ) : (
        <ErrorNotice
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      )}
    </div>
  );
}

interface ChangeProps {
  readonly detail: PairResponse;
  readonly series: NonNullable<PairResponse['pair']['series']>;
}

function Change({ detail, series }: ChangeProps) {
  const page = usePageStyles();
  const styles = useSchedulePageStyles();
  const [, navigate] = useLocation();
  const { today } = useToday();
  const { pairId, other } = detail.pair;
  const { plan } = series;
  const [need, setNeed] = useState<Need>({
    rhythm: { kind: plan.pattern.kind, every: plan.pattern.every },
    minutes: plan.minutes,
    from: addDays(today, 1),
    months: null,
    place: '',
  });
  const [picked, setPicked] = useState<SlotOfferView | null>(null);
  const [settlements, setSettlements] = useState<Settlements>({});
  const [isChecking, setChecking] = useState(false);
  const slots = useSlots(pairId, need, { instead: true });
  const change = useChange('changeSeries');
  const offers = (slots.data?.offers ?? []).filter((offer) => !isAsNow(offer.plan, plan));
  const looked = slots.data === undefined ? undefined : { ...slots.data, offers };
  const chosen = offers.find((offer) => picked !== null && offerKey(offer) === offerKey(picked)) ?? offers[0] ?? null;
  const coming = detail.meetings.filter(({ kind, state }) => kind === 'one-to-one' && state === 'planned').length;
  const finish = (): void => {
    if (chosen === null) return;
    const { moves, skips } = outcomeOf(chosen, settlements);
    const request = { plan: chosen.plan, moves, skips, reason: null };
    const onSuccess = (): void => {
      navigate(`/people/${pairId}`);
    };
    change.mutate({ params: { pairId }, request }, { onSuccess });
  };
  const head = (step: 1 | 2) => (
    <>
      <StepHead
        title={say('change.title', { name: other.givenName })}
        step={step}
        second={say('change.step')}
        person={{ pairId, name: other.displayName }}
        here={say('change.menu')}
      />
      <Body1>{say('change.intro', { rhythm: planRhythm(plan), days: planDays(plan), times: planTimes(plan) })}</Body1>
    </>
  );
  if (isChecking && chosen !== null && slots.data !== undefined) {
    const back = (): void => {
      change.reset();
      setChecking(false);
    };
    return (
      <div className={page.page}>
        {head(2)}
        {change.error !== null && <ErrorNotice error={change.error} safe={say('schedule.safe')} onRetry={finish} />}
        <div className={styles.columns}>
          <ChosenCard offer={chosen} other={other} asked={slots.data.asked} settlements={settlements} onChange={back} />
          <ChangeCheckCard
            offer={chosen}
            other={other}
            settlements={settlements}
            coming={coming}
            isChanging={change.isPending}
            onBack={back}
            onChange={finish}
          />
        </div>
      </div>
    );
  }
  return (
    <div className={page.page}>
      {head(1)}
      {slots.error !== null && (
        <ErrorNotice
          error={slots.error}
          onRetry={() => {
            void slots.refetch();
          }}
        />
      )}
      <div className={styles.columns}>
        <NeedCard pair={detail.pair} agreed={null} need={need} onChange={setNeed} looked={slots.data} />
        <OfferList
          slots={looked}
          isLooking={slots.isFetching}
          other={other}
          chosen={chosen}
          settlements={settlements}
          checkWords={say('change.check')}
          onChoose={(offer) => {
            setPicked(offer);
            setSettlements({});
          }}
          onSettle={(date, how) => {
            setSettlements({ ...settlements, [date]: how });
          }}
          onCheck={() => {
            setChecking(true);
          }}
        />
      </div>
    </div>
  );
}

/** Whether an offer is the time the one-to-ones have anyway; other weeks of it are another. */
function isAsNow(offered: SlotOfferView['plan'], now: ChangeProps['series']['plan']): boolean {
  const isSameRule = JSON.stringify(offered.pattern) === JSON.stringify(now.pattern);
  const isSameTime = offered.startTime === now.startTime && offered.minutes === now.minutes;
  return (
    isSameRule && isSameTime && occurrenceDates(now.pattern, now.startDate, now.untilDate).includes(offered.startDate)
  );
}
