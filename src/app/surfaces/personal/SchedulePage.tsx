import { Body1, Button, Link } from '@fluentui/react-components';
import { People20Regular } from '@fluentui/react-icons/svg/people';
import { useState } from 'react';
import { Link as RouteLink, useLocation } from 'wouter';
import type { PairLine } from '#contract/pairs.ts';
import type { SlotOfferView } from '#contract/series.ts';
import { bookedRhythm } from '#core/agreement/what-it-drives.ts';
import { rhythmOf } from '#core/slots/rhythm.ts';
import { addDays, startOfWeek } from '#core/time.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { useRoute } from '../../api/use-route.ts';
import { CheckCard } from '../../features/schedule/CheckCard.tsx';
import { ChosenCard } from '../../features/schedule/ChosenCard.tsx';
import { agreedIn, firstStart, type Agreed } from '../../features/schedule/agreed.ts';
import { NeedCard, type Need } from '../../features/schedule/NeedCard.tsx';
import { OfferList } from '../../features/schedule/OfferList.tsx';
import { offerKey, outcomeOf, type Settlements } from '../../features/schedule/plan-choice.ts';
import { startsFrom } from '../../features/schedule/rhythms.ts';
import { StepHead } from '../../features/schedule/StepHead.tsx';
import { useBookingId } from '../../features/schedule/use-booking.ts';
import { useSlots } from '../../features/schedule/use-slots.ts';
import { planDays, planRhythm, planTimes } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { BookedCard } from './BookedCard.tsx';
import { usePageStyles } from './Page.styles.ts';
import { useSchedulePageStyles } from './SchedulePage.styles.ts';

const usualMinutes = 45;
const usualRhythm = { kind: 'weekly', every: 4 } as const;

interface SchedulePageProps {
  readonly pairId: string;
}

/** Books one-to-ones with one person: choose a time, check, book, and watch Outlook take it. */
export function SchedulePage({ pairId }: SchedulePageProps) {
  const page = usePageStyles();
  const detail = useRoute('pair', { params: { pairId } });
  const agreement = useRoute('agreement', { params: { pairId } });
  const [hasBegun, setBegun] = useState(false);
  if (detail.isPending || agreement.isPending) return <PageSkeleton />;
  if (detail.data === undefined) {
    return (
      <div className={page.page}>
        <ErrorNotice
          error={detail.error}
          onRetry={() => {
            void detail.refetch();
          }}
        />
      </div>
    );
  }
  const { pair, deliveries } = detail.data;
  const { series, other } = pair;
  const title = say('schedule.title', { name: other.givenName });
  const isTaken = series !== null && series.state !== 'ended';
  if (isTaken && (hasBegun || series.state !== 'booked')) {
    return (
      <div className={page.page}>
        <StepHead title={title} step={null} />
        <BookedCard pair={pair} deliveries={deliveries} />
      </div>
    );
  }
  if (isTaken) return <AlreadyBooked pair={pair} title={title} />;
  return (
    <Wizard
      pair={pair}
      agreed={agreedIn(agreement.data)}
      onBooking={() => {
        setBegun(true);
      }}
    />
  );
}

/** The day by which the policy asks for the next meeting, while it is not kept yet; null: none. */
function firstAskedBy({ cadence }: PairLine): string | null {
  return cadence !== null && (cadence.state === 'due' || cadence.state === 'overdue') ? cadence.dueOn : null;
}

function AlreadyBooked({ pair, title }: { readonly pair: PairLine; readonly title: string }) {
  const page = usePageStyles();
  const [, navigate] = useLocation();
  const plan = pair.series?.plan;
  if (plan === undefined) return null;
  return (
    <div className={page.page}>
      <StepHead title={title} step={null} />
      <Panel title={say('schedule.exists')}>
        <EmptyState
          title={say('schedule.existsWhy', { rhythm: planRhythm(plan), days: planDays(plan), times: planTimes(plan) })}
          action={
            <Button
              appearance="primary"
              onClick={() => {
                navigate(`/people/${pair.pairId}`);
              }}
            >
              {say('schedule.toPerson', { name: pair.other.givenName })}
            </Button>
          }
        />
      </Panel>
    </div>
  );
}

interface WizardProps {
  readonly pair: PairLine;
  /** What the two signed on how they meet; null: nothing that counts. */
  readonly agreed: Agreed | null;
  readonly onBooking: () => void;
}

function Wizard({ pair, agreed, onBooking }: WizardProps) {
  const page = usePageStyles();
  const styles = useSchedulePageStyles();
  const { today } = useToday();
  const { pairId, other, asked } = pair;
  const [need, setNeed] = useState<Need>({
    rhythm: bookedRhythm(agreed?.terms ?? null) ?? (asked === null ? usualRhythm : rhythmOf(asked.cadence)),
    minutes: agreed?.terms.minutes ?? usualMinutes,
    from: firstStart(addDays(startOfWeek(today), 7), agreed, today),
    months: null,
    place: agreed?.terms.place ?? '',
  });
  const [picked, setPicked] = useState<SlotOfferView | null>(null);
  const [settlements, setSettlements] = useState<Settlements>({});
  const [isChecking, setChecking] = useState(false);
  const usualNote = say('schedule.noteStart', { name: other.givenName });
  const [note, setNote] = useKeptDraft(`note ${pairId}`, usualNote);
  const identify = useBookingId();
  const firstBy = firstAskedBy(pair);
  const soonest = firstStart(startsFrom(today)[0]?.from ?? today, agreed, today);
  const slots = useSlots(pairId, need, { firstBy });
  const book = useChange('bookSeries');
  const offers = slots.data?.offers ?? [];
  const chosen = offers.find((offer) => picked !== null && offerKey(offer) === offerKey(picked)) ?? offers[0] ?? null;

  const finish = () => {
    if (chosen === null) return;
    const { moves, skips } = outcomeOf(chosen, settlements);
    const place = need.place.trim();
    const plan = place === '' ? chosen.plan : { ...chosen.plan, place };
    const request = identify({ plan, moves, skips, note: note.trim() });
    // That it is booked may be heard before it is answered, and then this part of the page is gone when the answer comes.
    onBooking();
    book.mutateAsync({ params: { pairId }, request }).then(
      () => {
        setNote(usualNote);
      },
      () => undefined,
    );
  };
  const title = say('schedule.title', { name: other.givenName });
  if (isChecking && chosen !== null && slots.data !== undefined) {
    const back = () => {
      book.reset();
      setChecking(false);
    };
    return (
      <div className={page.page}>
        <StepHead title={title} step={2} />
        {book.error !== null && <ErrorNotice error={book.error} safe={say('schedule.safe')} onRetry={finish} />}
        <div className={styles.columns}>
          <ChosenCard
            offer={chosen}
            other={other}
            asked={slots.data.asked}
            settlements={settlements}
            firstBy={firstBy}
            onChange={back}
          />
          <CheckCard
            offer={chosen}
            slots={slots.data}
            other={other}
            settlements={settlements}
            place={need.place.trim()}
            note={note}
            onNote={setNote}
            isBooking={book.isPending}
            onBack={back}
            onBook={finish}
          />
        </div>
      </div>
    );
  }
  return (
    <div className={page.page}>
      <StepHead title={title} step={1} />
      {slots.error !== null && (
        <ErrorNotice
          error={slots.error}
          onRetry={() => {
            void slots.refetch();
          }}
        />
      )}
      <div className={styles.columns}>
        <NeedCard pair={pair} agreed={agreed} need={need} onChange={setNeed} looked={slots.data} />
        <div className={page.column}>
          <OfferList
            slots={slots.data}
            isLooking={slots.isFetching}
            other={other}
            chosen={chosen}
            settlements={settlements}
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
            firstBy={firstBy}
            onSooner={
              soonest < need.from
                ? () => {
                    setNeed({ ...need, from: soonest });
                  }
                : null
            }
          />
          <OthersLine />
        </div>
      </div>
    </div>
  );
}

function OthersLine() {
  const styles = useSchedulePageStyles();
  const home = useRoute('home');
  const open = home.data?.people.filter((pair) => pair.series === null).length ?? 0;
  if (open < 2) return null;
  return (
    <div className={styles.others}>
      <People20Regular aria-hidden />
      <Body1>
        {say('schedule.others', { people: say('general.people', { count: open }), count: open })}{' '}
        <RouteLink href="/people/schedule-all" asChild>
          <Link inline>{say('schedule.proposeAll')}</Link>
        </RouteLink>
      </Body1>
    </div>
  );
}
