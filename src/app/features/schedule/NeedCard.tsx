import { Body1, Caption1, Divider } from '@fluentui/react-components';
import type { PairLine } from '#contract/pairs.ts';
import type { AskedView } from '#contract/policy.ts';
import type { SlotRhythmView, SlotsResponse } from '#contract/series.ts';
import { isAtLeastAsOften } from '#core/cadence/cadence.ts';
import type { LocalDate } from '#core/time-types.ts';
import { sayDate } from '../../text/dates.ts';
import { askedCadence } from '../../text/cadences.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PersonLabel } from '../../ui/PersonLabel.tsx';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { useToday } from '../../ui/use-today.ts';
import { Choice } from './Choice.tsx';
import { useNeedCardStyles } from './NeedCard.styles.ts';
import { intervalOf, lengths, rhythmKey, rhythms, sayRhythm, startsFrom } from './rhythms.ts';

/** What somebody looks for. */
export interface Need {
  readonly rhythm: SlotRhythmView;
  readonly minutes: number;
  readonly from: LocalDate;
}

interface NeedCardProps {
  readonly pair: PairLine;
  readonly need: Need;
  readonly onChange: (need: Need) => void;
  /** What was looked at, once it was. */
  readonly looked: SlotsResponse | undefined;
}

/** How often, how long, from when; what the policy asks; and what the search looks at. */
export function NeedCard({ pair, need, onChange, looked }: NeedCardProps) {
  const styles = useNeedCardStyles();
  const { today } = useToday();
  const { asked, other } = pair;
  const starts = startsFrom(today);
  return (
    <Panel title={say('schedule.need')}>
      <PersonLabel person={other} />
      <Choice
        label={say('schedule.often')}
        value={rhythmKey(need.rhythm)}
        options={rhythms.map((rhythm) => ({ value: rhythmKey(rhythm), words: sayRhythm(rhythm) }))}
        onChange={(key) => {
          const rhythm = rhythms.find((one) => rhythmKey(one) === key);
          if (rhythm !== undefined) onChange({ ...need, rhythm });
        }}
      />
      {asked !== null && <PolicyLine clause={asked.clause}>{sayAsked(asked, need.rhythm)}</PolicyLine>}
      <div className={styles.pairOfFields}>
        <Choice
          label={say('schedule.long')}
          value={String(need.minutes)}
          options={lengths.map((minutes) => ({ value: String(minutes), words: say('schedule.minutes', { minutes }) }))}
          onChange={(minutes) => {
            onChange({ ...need, minutes: Number(minutes) });
          }}
        />
        <Choice
          label={say('schedule.starting')}
          value={need.from}
          options={starts.map(({ from, words }) => ({ value: from, words }))}
          onChange={(from) => {
            onChange({ ...need, from });
          }}
        />
      </div>
      <Divider />
      <div className={styles.looked}>
        <Caption1 className={styles.quiet}>{say('schedule.lookedAt')}</Caption1>
        {looked !== undefined && (
          <Body1>
            {say('schedule.lookedRange', {
              from: sayDate(looked.lookedFrom, today),
              until: sayDate(looked.lookedUntil, today),
            })}
          </Body1>
        )}
        <Caption1 className={styles.quiet}>{say('schedule.lookedHow', { name: other.givenName })}</Caption1>
      </div>
    </Panel>
  );
}

function sayAsked({ cadence, every }: AskedView, rhythm: SlotRhythmView): string {
  const asked = askedCadence(cadence);
  return isAtLeastAsOften(intervalOf(rhythm), every)
    ? say('schedule.asks', { asked })
    : say('schedule.asksLess', { asked });
}
