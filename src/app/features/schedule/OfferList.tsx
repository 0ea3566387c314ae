import { Body1, Button, Caption1, RadioGroup, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { PersonView } from '#contract/people.ts';
import type { SlotOfferView, SlotsResponse } from '#contract/series.ts';
import { daysBetween, startOfWeek } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { sayDate } from '../../text/dates.ts';
import { planDays } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { FirstBy } from './FirstBy.tsx';
import { OfferRow } from './OfferRow.tsx';
import { useOfferListStyles } from './OfferList.styles.ts';
import { offerKey, outcomeOf, type Settlement, type Settlements } from './plan-choice.ts';
import { MonthRow, WeekLegend } from './WeekStrip.tsx';

const shownFirst = 5;

interface OfferListProps {
  readonly slots: SlotsResponse | undefined;
  readonly isLooking: boolean;
  readonly other: PersonView;
  readonly chosen: SlotOfferView | null;
  readonly settlements: Settlements;
  readonly onChoose: (offer: SlotOfferView) => void;
  readonly onSettle: (date: string, how: Settlement) => void;
  readonly onCheck: () => void;
  /** What going on is called. */
  readonly checkWords?: string;
  /** The day by which the policy asks for the first meeting; null: for none. */
  readonly firstBy?: LocalDate | null;
  /** Look from the first day there is; null: that is looked from already. */
  readonly onSooner?: (() => void) | null;
}

/** The best recurring times, best first; the chosen one opens to settle its clashes. */
export function OfferList({
  slots,
  isLooking,
  other,
  chosen,
  settlements,
  onChoose,
  onSettle,
  onCheck,
  checkWords = say('schedule.check'),
  firstBy = null,
  onSooner = null,
}: OfferListProps) {
  const styles = useOfferListStyles();
  const { today } = useToday();
  const [isWhole, setWhole] = useState(false);
  if (slots === undefined) {
    // Where the calendars could not be looked at, the page says so above.
    if (!isLooking) return null;
    return (
      <Panel title={say('schedule.bestLoading')}>
        <Spinner size="small" labelPosition="after" label={say('schedule.bestLoading')} />
      </Panel>
    );
  }
  const weeks = weeksOf(slots);
  const title = say('schedule.best', { weeks, day: sayDate(slots.lookedFrom, today) });
  if (slots.offers.length === 0) {
    return (
      <Panel title={title}>
        <EmptyState title={say('schedule.noOffers')}>{say('schedule.noOffersWhy')}</EmptyState>
      </Panel>
    );
  }
  const shown = isWhole ? slots.offers : slots.offers.slice(0, shownFirst);
  const outcome = chosen === null ? null : outcomeOf(chosen, settlements);
  return (
    <Panel
      title={title}
      aside={isLooking ? <Spinner size="tiny" label={say('schedule.bestLoading')} /> : <WeekLegend />}
    >
      {firstBy !== null && chosen !== null && (
        <FirstBy
          offers={slots.offers}
          chosen={chosen}
          settlements={settlements}
          by={firstBy}
          onChoose={(offer) => {
            setWhole(true);
            onChoose(offer);
          }}
          onSooner={onSooner}
        />
      )}
      <div className={styles.months}>
        <MonthRow from={slots.lookedFrom} weeks={weeks} />
      </div>
      <RadioGroup
        aria-label={title}
        className={styles.offers}
        value={chosen === null ? '' : offerKey(chosen)}
        onChange={(_, { value }) => {
          const offer = slots.offers.find((one) => offerKey(one) === value);
          if (offer !== undefined) onChoose(offer);
        }}
      >
        {shown.map((offer) => (
          <OfferRow
            key={offerKey(offer)}
            offer={offer}
            other={other}
            from={slots.lookedFrom}
            weeks={weeks}
            asked={slots.asked}
            isChosen={chosen !== null && offerKey(chosen) === offerKey(offer)}
            settlements={settlements}
            onSettle={onSettle}
          />
        ))}
      </RadioGroup>
      <div className={styles.foot}>
        {slots.offers.length > shownFirst && !isWhole && (
          <Button
            appearance="subtle"
            onClick={() => {
              setWhole(true);
            }}
          >
            {say('schedule.showMore')}
          </Button>
        )}
        {chosen !== null && outcome !== null && (
          <Body1 className={styles.chosen}>
            {say('schedule.chosen', { days: planDays(chosen.plan), time: chosen.plan.startTime, count: outcome.count })}
          </Body1>
        )}
        <Button
          appearance="primary"
          className={chosen === null ? styles.chosen : undefined}
          disabledFocusable={chosen === null}
          onClick={onCheck}
        >
          {checkWords}
        </Button>
      </div>
      {slots.unread.length > 0 && (
        <Caption1 role="status">{say('schedule.unread', { names: unreadNames(slots.unread, other) })}</Caption1>
      )}
    </Panel>
  );
}

/** How many weeks a search looked over. */
export function weeksOf({ lookedFrom, lookedUntil }: Pick<SlotsResponse, 'lookedFrom' | 'lookedUntil'>): number {
  return Math.ceil((daysBetween(startOfWeek(lookedFrom), lookedUntil) + 1) / 7);
}

function unreadNames(unread: readonly string[], other: PersonView): string {
  return unread.map((id) => (id === other.id ? other.givenName : say('schedule.you'))).join(', ');
}
