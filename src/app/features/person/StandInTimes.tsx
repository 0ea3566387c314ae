import { Field, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { PairLine } from '#contract/pairs.ts';
import type { PersonView } from '#contract/people.ts';
import type { SlotOfferView } from '#contract/series.ts';
import { useRoute } from '../../api/use-route.ts';
import { planDays, planTimes } from '../../text/intervals.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { usePlanMeetingStyles } from './PlanMeeting.styles.ts';

interface StandInTimesProps {
  readonly pair: PairLine;
  readonly to: PersonView;
  readonly days: { readonly from: string; readonly until: string | null };
  readonly chosen: SlotOfferView | null;
  readonly onChoose: (offer: SlotOfferView | null) => void;
}

const later = 'later';
const usualMinutes = 45;
const usualWeeks = 4;

function keyOf({ plan }: SlotOfferView): string {
  return `${plan.startDate} ${plan.startTime}`;
}

/** Times the employee and whoever takes over can make: as now where both can, or others. */
export function StandInTimes({ pair, to, days, chosen, onChoose }: StandInTimesProps) {
  const styles = usePlanMeetingStyles();
  const plan = pair.series?.plan;
  const every = plan?.pattern.kind === 'weekly' ? plan.pattern.every : usualWeeks;
  const { data, error, isPending } = useRoute('handoverSlots', {
    params: { pairId: pair.pairId },
    request: { toId: to.id, ...days, rhythm: { kind: 'weekly', every }, minutes: plan?.minutes ?? usualMinutes },
  });
  const same = data?.same ?? null;
  const offers = (data?.offers ?? []).filter((one) => same === null || keyOf(one) !== keyOf(same));
  const all = same === null ? offers : [same, ...offers];
  const first = all[0];
  useEffect(() => {
    if (first !== undefined) onChoose(first);
  }, [first, onChoose]);
  if (isPending) return <Spinner size="tiny" label={say('handover.looking')} labelPosition="after" />;
  return (
    <>
      {error !== null && <ErrorNotice error={error} />}
      <Field label={say('handover.when')}>
        <RadioGroup
          value={chosen === null ? later : keyOf(chosen)}
          onChange={(_, { value }) => {
            onChoose(all.find((one) => keyOf(one) === value) ?? null);
          }}
        >
          {all.map((one) => (
            <Radio
              key={keyOf(one)}
              value={keyOf(one)}
              label={`${say(one === same ? 'handover.same' : 'handover.offer', {
                days: planDays(one.plan),
                times: planTimes(one.plan),
              })} (${say('handover.free', { free: one.freeCount, count: one.occurrences.length })})`}
            />
          ))}
          <Radio value={later} label={say('handover.later', { name: to.givenName })} />
        </RadioGroup>
      </Field>
      {(data?.unread.length ?? 0) > 0 && (
        <p className={styles.says} role="status">
          {say('handover.unread')}
        </p>
      )}
    </>
  );
}
