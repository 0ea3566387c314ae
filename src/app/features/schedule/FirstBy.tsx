import type { SlotOfferView } from '#contract/series.ts';
import type { LocalDate } from '#core/time-types.ts';
import { sayDate } from '../../text/dates.ts';
import { planDays, planTimes } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useToday } from '../../ui/use-today.ts';
import { standingDays } from './plan-facts.ts';
import type { Settlements } from './plan-choice.ts';

interface FirstByProps {
  readonly offers: readonly SlotOfferView[];
  readonly chosen: SlotOfferView;
  readonly settlements: Settlements;
  /** The day by which the policy asks for the first meeting. */
  readonly by: LocalDate;
  readonly onChoose: (offer: SlotOfferView) => void;
  /** Look from the first day there is; null: that is looked from already. */
  readonly onSooner: (() => void) | null;
}

const beginsOn = (offer: SlotOfferView, settlements: Settlements): LocalDate =>
  standingDays(offer, settlements)[0] ?? offer.plan.startDate;

/** Says when the chosen time begins later than the policy asks, and offers what begins soon enough. Nothing where it does not. */
export function FirstBy({ offers, chosen, settlements, by, onChoose, onSooner }: FirstByProps) {
  const { today } = useToday();
  const begins = beginsOn(chosen, settlements);
  if (begins <= by) return null;
  const words = { by: sayDate(by, today), day: sayDate(begins, today) };
  const sooner = offers.find((offer) => beginsOn(offer, {}) <= by);
  const start = onSooner === null ? [] : [{ words: say('schedule.startSooner'), onPress: onSooner }];
  if (by < today) {
    return (
      <Notice intent="info" role="status" actions={start}>
        {say('schedule.latePast', words)}
      </Notice>
    );
  }
  if (sooner === undefined) {
    return (
      <Notice intent="warning" role="status" actions={start}>
        {say('schedule.lateNone', words)}
      </Notice>
    );
  }
  const days = planDays(sooner.plan);
  const choose = {
    words: say('schedule.choose', { days, time: sooner.plan.startTime }),
    onPress: () => {
      onChoose(sooner);
    },
  };
  const first = sayDate(beginsOn(sooner, {}), today);
  return (
    <Notice intent="warning" role="status" actions={[choose]}>
      {say('schedule.late', {
        ...words,
        sooner: say('schedule.offer', { days, times: planTimes(sooner.plan) }),
        first,
      })}
    </Notice>
  );
}
