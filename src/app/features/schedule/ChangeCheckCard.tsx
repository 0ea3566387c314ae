import { Body1, Body1Strong, Button, Divider } from '@fluentui/react-components';
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { Mail20Regular } from '@fluentui/react-icons/svg/mail';
import { TaskListLtr20Regular } from '@fluentui/react-icons/svg/task-list-ltr';
import type { PersonView } from '#contract/people.ts';
import type { SlotOfferView } from '#contract/series.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { Consequence, SettledLine } from './CheckCard.tsx';
import { useCheckCardStyles } from './CheckCard.styles.ts';
import { clashesOf, outcomeOf, type Settlements } from './plan-choice.ts';

interface ChangeCheckCardProps {
  readonly offer: SlotOfferView;
  readonly other: PersonView;
  readonly settlements: Settlements;
  /** How many meetings are still to come as it stands. */
  readonly coming: number;
  readonly isChanging: boolean;
  readonly onBack: () => void;
  readonly onChange: () => void;
}

/** Before one-to-ones are moved from here on: what stays, what goes along, and who gets how many mails. */
export function ChangeCheckCard({
  offer,
  other,
  settlements,
  coming,
  isChanging,
  onBack,
  onChange,
}: ChangeCheckCardProps) {
  const styles = useCheckCardStyles();
  const { today } = useToday();
  const { givenName: name } = other;
  const { count, moves, skips } = outcomeOf(offer, settlements);
  const fewer = Math.max(0, coming - count);
  const agendas = say('change.agendasWhat');
  return (
    <Panel title={say('change.checkTitle')}>
      <Body1Strong>{say('change.from', { count, day: sayDate(offer.plan.startDate, today) })}</Body1Strong>
      {clashesOf(offer).map((meeting) => (
        <Body1 key={meeting.originalDate}>
          <SettledLine meeting={meeting} offer={offer} other={other} settlements={settlements} />
        </Body1>
      ))}
      <Divider />
      <Consequence icon={<CalendarLtr20Regular />} what={say('change.same')} detail={say('change.sameWhat')} />
      <Consequence
        icon={<TaskListLtr20Regular />}
        what={say('change.agendas')}
        detail={fewer === 0 ? agendas : `${agendas} ${say('change.fewer', { count: fewer })}`}
      />
      <Consequence
        icon={<Mail20Regular />}
        what={say('change.mails', { name, updates: moves.length, cancels: skips.length })}
        detail={say('change.mailsWhat', { name })}
      />
      <Divider />
      <div className={styles.foot}>
        <Button onClick={onBack}>{say('general.back')}</Button>
        <Button appearance="primary" disabledFocusable={isChanging || count === 0} onClick={onChange}>
          {say('change.do', { count })}
        </Button>
      </div>
    </Panel>
  );
}
