import { Body1, Body1Strong, Button, Caption1, Divider, Field, Textarea } from '@fluentui/react-components';
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { Mail20Regular } from '@fluentui/react-icons/svg/mail';
import { PanelRight20Regular } from '@fluentui/react-icons/svg/panel-right';
import type { ReactElement } from 'react';
import type { PersonView } from '#contract/people.ts';
import type { SlotOfferView, SlotsResponse } from '#contract/series.ts';
import { capital, sayDate, sayMoment } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useCheckCardStyles } from './CheckCard.styles.ts';
import { sayClashes } from './clash-words.ts';
import { weeksOf } from './OfferList.tsx';
import { clashesOf, outcomeOf, settlementOf, type OfferedMeeting, type Settlements } from './plan-choice.ts';
import { MonthRow, WeekLegend, WeekStrip } from './WeekStrip.tsx';

interface CheckCardProps {
  readonly offer: SlotOfferView;
  readonly slots: SlotsResponse;
  readonly other: PersonView;
  readonly settlements: Settlements;
  /** Where, as Outlook will show it; empty: in Teams alone. */
  readonly place: string;
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly isBooking: boolean;
  readonly onBack: () => void;
  readonly onBook: () => void;
}

/** Before anything leaves Duologue: what happens in both calendars, who gets how many mails, the note, and the way back. */
export function CheckCard({
  offer,
  slots,
  other,
  settlements,
  place,
  note,
  onNote,
  isBooking,
  onBack,
  onBook,
}: CheckCardProps) {
  const styles = useCheckCardStyles();
  const { givenName: name } = other;
  const { count, moves, skips } = outcomeOf(offer, settlements);
  const weeks = weeksOf(slots);
  return (
    <Panel title={say('schedule.check')} aside={<WeekLegend />}>
      <Body1Strong>{say('schedule.count', { count, moved: moves.length, skipped: skips.length })}</Body1Strong>
      <div className={styles.strip}>
        <MonthRow from={slots.lookedFrom} weeks={weeks} />
        <WeekStrip offer={offer} from={slots.lookedFrom} weeks={weeks} settlements={settlements} />
      </div>
      {clashesOf(offer).map((meeting) => (
        <Body1 key={meeting.originalDate}>
          <SettledLine meeting={meeting} offer={offer} other={other} settlements={settlements} />
        </Body1>
      ))}
      <Divider />
      <Consequence
        icon={<CalendarLtr20Regular />}
        what={say('schedule.calendars')}
        detail={[
          say('schedule.calendarsWhat', { name }),
          ...(place === '' ? [] : [say('agreement.whereSays', { place })]),
        ].join(' ')}
      />
      <Consequence
        icon={<Mail20Regular />}
        what={say('schedule.mails', { name, updates: moves.length, cancels: skips.length })}
        detail={say('schedule.mailsWhat')}
      />
      <Consequence
        icon={<PanelRight20Regular />}
        what={say('schedule.inMeeting')}
        detail={say('schedule.inMeetingWhat')}
      />
      <Field label={say('schedule.note', { name })} hint={say('schedule.noteHint')}>
        <Textarea
          value={note}
          rows={3}
          maxLength={1000}
          resize="vertical"
          onChange={(_, data) => {
            onNote(data.value);
          }}
        />
      </Field>
      <Divider />
      <div className={styles.foot}>
        <Button onClick={onBack}>{say('general.back')}</Button>
        <Caption1 className={styles.undo}>{say('schedule.undo')}</Caption1>
        <Button appearance="primary" disabledFocusable={isBooking || count === 0} onClick={onBook}>
          {say('schedule.book', { count })}
        </Button>
      </div>
    </Panel>
  );
}

interface SettledLineProps extends Pick<CheckCardProps, 'offer' | 'other' | 'settlements'> {
  readonly meeting: OfferedMeeting;
}

/** What becomes of one clash. */
export function SettledLine({ meeting, offer, other, settlements }: SettledLineProps) {
  const { today } = useToday();
  const day = capital(sayDate(meeting.originalDate, today));
  const why = sayClashes(meeting, other);
  const how = settlementOf(meeting, settlements);
  if (how === 'skip') return say('schedule.skipLine', { day, why });
  if (how === 'keep' || meeting.alternative === null) return say('schedule.keepLine', { day, why });
  return say('schedule.moveLine', { day, when: sayMoment(meeting.alternative.start, offer.plan.zone, today), why });
}

interface ConsequenceProps {
  readonly icon: ReactElement;
  readonly what: string;
  readonly detail: string;
}

/** One thing that will happen. */
export function Consequence({ icon, what, detail }: ConsequenceProps) {
  const styles = useCheckCardStyles();
  return (
    <div className={styles.consequence}>
      <span className={styles.icon}>{icon}</span>
      <span>
        <Body1Strong block>{what}</Body1Strong>
        <Body1 className={styles.quiet}>{detail}</Body1>
      </span>
    </div>
  );
}
