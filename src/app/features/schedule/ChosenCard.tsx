import { Body1, Body1Strong, Button, Caption1, Divider } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import type { PersonView } from '#contract/people.ts';
import type { SlotOfferView, SlotsResponse } from '#contract/series.ts';
import type { LocalDate } from '#core/time-types.ts';
import { sayDate, sayZone } from '../../text/dates.ts';
import { cadenceSpan } from '../../text/cadences.ts';
import { planDays, planRhythm, planTimes } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PersonLabel } from '../../ui/PersonLabel.tsx';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useNeedCardStyles } from './NeedCard.styles.ts';
import type { Settlements } from './plan-choice.ts';
import { gapOf, standingDays } from './plan-facts.ts';

interface ChosenCardProps {
  readonly offer: SlotOfferView;
  readonly other: PersonView;
  readonly asked: SlotsResponse['asked'];
  readonly settlements: Settlements;
  /** The day by which the policy asks for the first meeting, if it asks for one. */
  readonly firstBy?: LocalDate | null;
  readonly onChange: () => void;
}

/** What was chosen, and how it stands against the policy. */
export function ChosenCard({ offer, other, asked, settlements, firstBy = null, onChange }: ChosenCardProps) {
  const styles = useNeedCardStyles();
  const { today, zone } = useToday();
  const { plan } = offer;
  const days = standingDays(offer, settlements);
  const from = sayDate(days[0] ?? plan.startDate, today);
  const until = sayDate(days.at(-1) ?? plan.untilDate, today);
  return (
    <Panel
      title={say('schedule.chose')}
      aside={
        <Button size="small" appearance="subtle" icon={<Edit20Regular />} onClick={onChange}>
          {say('schedule.change')}
        </Button>
      }
    >
      <PersonLabel person={other} />
      <div className={styles.looked}>
        <Body1Strong>{say('schedule.offer', { days: planDays(plan), times: planTimes(plan) })}</Body1Strong>
        <Body1>{say('schedule.span', { rhythm: planRhythm(plan), from, until })}</Body1>
        {plan.zone !== zone && <Caption1 className={styles.quiet}>{sayZone(plan.zone)}</Caption1>}
      </div>
      {asked !== null && (
        <>
          <Divider />
          <AskedLine days={days} asked={asked} firstBy={firstBy} />
        </>
      )}
    </Panel>
  );
}

function AskedLine({
  days,
  asked,
  firstBy,
}: {
  readonly days: readonly LocalDate[];
  readonly asked: NonNullable<SlotsResponse['asked']>;
  readonly firstBy: LocalDate | null;
}) {
  const { today } = useToday();
  const gap = gapOf(days, asked);
  const words = { asked: cadenceSpan(asked.cadence), days: say('days.daysSpan', { days: gap.days }) };
  const [first] = days;
  const isLate = firstBy !== null && first !== undefined && first > firstBy;
  return (
    <PolicyLine clause={asked.clause}>
      {!gap.keeps && say('schedule.keepsNot', words)}
      {gap.keeps && !isLate && say('schedule.keeps', words)}
      {gap.keeps && isLate && say('schedule.keepsLater', { ...words, by: sayDate(firstBy, today) })}
    </PolicyLine>
  );
}
