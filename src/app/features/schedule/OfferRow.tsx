import { Body1, Body1Strong, Caption1, Radio, mergeClasses } from '@fluentui/react-components';
import type { AskedView } from '#contract/policy.ts';
import type { PersonView } from '#contract/people.ts';
import type { SlotOfferView } from '#contract/series.ts';
import type { LocalDate } from '#core/time-types.ts';
import { capital, sayDate, sayMoment } from '../../text/dates.ts';
import { cadenceSpan } from '../../text/cadences.ts';
import { planDays, planTimes } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { useToday } from '../../ui/use-today.ts';
import { Choice } from './Choice.tsx';
import { sayClashDays, sayClashes, sayReasons } from './clash-words.ts';
import { useOfferRowStyles } from './OfferRow.styles.ts';
import {
  clashesOf,
  mayKeep,
  offerKey,
  settlementOf,
  type OfferedMeeting,
  type Settlement,
  type Settlements,
} from './plan-choice.ts';
import { crossesClockChange, gapOf, standingDays } from './plan-facts.ts';
import { WeekStrip } from './WeekStrip.tsx';

interface OfferRowProps {
  readonly offer: SlotOfferView;
  readonly other: PersonView;
  readonly from: LocalDate;
  readonly weeks: number;
  readonly asked: AskedView | null;
  readonly isChosen: boolean;
  readonly settlements: Settlements;
  readonly onSettle: (date: LocalDate, how: Settlement) => void;
}

/** One recurring time: when, how much of it is free, its weeks, and once chosen each clash with what to do about it. */
export function OfferRow({ offer, other, from, weeks, asked, isChosen, settlements, onSettle }: OfferRowProps) {
  const styles = useOfferRowStyles();
  const { today } = useToday();
  const clashes = clashesOf(offer);
  const first = sayDate(offer.plan.startDate, today);
  const count = offer.occurrences.length;
  const label = (
    <>
      <Body1Strong block className={styles.name}>
        {say('schedule.offer', { days: planDays(offer.plan), times: planTimes(offer.plan) })}
      </Body1Strong>
      <Caption1 block className={styles.quiet}>
        {clashes.length === 0
          ? say('schedule.allFree', { count, day: first })
          : say('schedule.clashes', { clashes: clashes.length, count, reasons: sayReasons(offer), day: first })}
      </Caption1>
      {clashes.length > 0 && !isChosen && (
        <Caption1 block className={styles.quiet}>
          {sayClashDays(clashes, other)}
        </Caption1>
      )}
    </>
  );
  return (
    <div className={mergeClasses(styles.row, isChosen && styles.open)}>
      <div className={styles.head}>
        <Radio value={offerKey(offer)} label={{ children: label, className: styles.label }} className={styles.radio} />
        <div className={styles.strip}>
          <WeekStrip offer={offer} from={from} weeks={weeks} {...(isChosen ? { settlements } : {})} />
        </div>
      </div>
      {isChosen && (
        <div className={styles.detail}>
          {clashes.map((meeting) => (
            <ClashRow
              key={meeting.originalDate}
              meeting={meeting}
              offer={offer}
              other={other}
              settlements={settlements}
              onSettle={onSettle}
            />
          ))}
          <Caption1 className={styles.quiet}>{sayFacts(offer, settlements, asked)}</Caption1>
        </div>
      )}
    </div>
  );
}

interface ClashRowProps extends Pick<OfferRowProps, 'offer' | 'other' | 'settlements' | 'onSettle'> {
  readonly meeting: OfferedMeeting;
}

function ClashRow({ meeting, offer, other, settlements, onSettle }: ClashRowProps) {
  const styles = useOfferRowStyles();
  const { today } = useToday();
  const { originalDate, alternative } = meeting;
  const day = sayDate(originalDate, today);
  const options = [
    ...(alternative === null
      ? []
      : [
          {
            value: 'move',
            words: say('schedule.move', { when: sayMoment(alternative.start, offer.plan.zone, today) }),
          },
        ]),
    { value: 'skip', words: say('schedule.skip') },
    ...(mayKeep(meeting) ? [{ value: 'keep', words: say('schedule.keep', { time: offer.plan.startTime }) }] : []),
  ];
  return (
    <div className={styles.clash}>
      <Body1Strong className={styles.day}>{day}</Body1Strong>
      <Body1 className={styles.why}>{capital(sayClashes(meeting, other))}</Body1>
      <div className={styles.choice}>
        <Choice
          label={say('schedule.what', { day })}
          value={settlementOf(meeting, settlements)}
          options={options}
          onChange={(how) => {
            onSettle(originalDate, how as Settlement);
          }}
        />
      </div>
    </div>
  );
}

/** What else there is to know of a chosen time: clocks, gap, and how that compares with what is asked. */
export function sayFacts(offer: SlotOfferView, settlements: Settlements, asked: AskedView | null): string {
  const gap = gapOf(standingDays(offer, settlements), asked);
  const days = say('days.daysSpan', { days: gap.days });
  const clocks = crossesClockChange(offer) ? `${say('schedule.clocks', { time: offer.plan.startTime })} ` : '';
  if (asked === null) return clocks + say('schedule.gapPlain', { days });
  const words = { days, asked: cadenceSpan(asked.cadence) };
  return clocks + (gap.keeps ? say('schedule.gap', words) : say('schedule.gapTooLong', words));
}
