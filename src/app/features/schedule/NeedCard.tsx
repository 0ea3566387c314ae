import { Body1, Caption1, Divider, Field, Input } from '@fluentui/react-components';
import type { PairLine } from '#contract/pairs.ts';
import type { AskedView } from '#contract/policy.ts';
import type { SlotRhythmView, SlotsResponse } from '#contract/series.ts';
import { rhythmOf, usualMonths } from '#core/slots/rhythm.ts';
import type { LocalDate } from '#core/time-types.ts';
import { sayDate } from '../../text/dates.ts';
import { askedCadence } from '../../text/cadences.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PersonLabel } from '../../ui/PersonLabel.tsx';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { useToday } from '../../ui/use-today.ts';
import { agreedWords, noticeStart, type Agreed } from './agreed.ts';
import { Choice } from './Choice.tsx';
import { useNeedCardStyles } from './NeedCard.styles.ts';
import { lengths, meetsAsked, rhythmKey, rhythmsFor, sayRhythm, startsFrom } from './rhythms.ts';

const horizons = [6, 12] as const;

/** What somebody looks for. */
export interface Need {
  readonly rhythm: SlotRhythmView;
  readonly minutes: number;
  readonly from: LocalDate;
  /** How far to look; null: as far as the rhythm needs. */
  readonly months: 6 | 12 | null;
  /** Where; empty: in Teams alone. */
  readonly place: string;
}

interface NeedCardProps {
  readonly pair: PairLine;
  /** What the two signed on how they meet; null: nothing that counts. */
  readonly agreed: Agreed | null;
  readonly need: Need;
  readonly onChange: (need: Need) => void;
  /** What was looked at, once it was. */
  readonly looked: SlotsResponse | undefined;
}

/** How often, how long, from when; what the policy asks; and what the search looks at. */
export function NeedCard({ pair, agreed, need, onChange, looked }: NeedCardProps) {
  const styles = useNeedCardStyles();
  const { today } = useToday();
  const { asked, other } = pair;
  const notice = agreed === null ? null : noticeStart(agreed, today);
  const kept = startsFrom(today).filter(({ from }) => notice === null || from >= notice.from);
  const starts = kept.some(({ from }) => from === need.from) || notice === null ? kept : [notice, ...kept];
  const offered = rhythmsFor([...(asked === null ? [] : [rhythmOf(asked.cadence)]), need.rhythm]);
  const minutesOffered = [...new Set([...lengths, need.minutes])].sort((a, b) => a - b);
  return (
    <Panel title={say('schedule.need')}>
      <PersonLabel person={other} />
      <Choice
        label={say('schedule.often')}
        value={rhythmKey(need.rhythm)}
        options={offered.map((rhythm) => ({ value: rhythmKey(rhythm), words: sayRhythm(rhythm) }))}
        onChange={(key) => {
          const rhythm = offered.find((one) => rhythmKey(one) === key);
          if (rhythm !== undefined) onChange({ ...need, rhythm });
        }}
      />
      {agreed !== null && (
        <PolicyLine clause={agreed.clause}>{say('agreement.drives.wizard', { terms: agreedWords(agreed) })}</PolicyLine>
      )}
      {asked !== null && <PolicyLine clause={asked.clause}>{sayAsked(asked, need.rhythm)}</PolicyLine>}
      <div className={styles.pairOfFields}>
        <Choice
          label={say('schedule.long')}
          value={String(need.minutes)}
          options={minutesOffered.map((minutes) => ({
            value: String(minutes),
            words: say('schedule.minutes', { minutes }),
          }))}
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
        <Choice
          label={say('schedule.ahead')}
          value={String(need.months ?? usualMonths(need.rhythm))}
          options={horizons.map((months) => ({
            value: String(months),
            words: say('schedule.aheadMonths', { months }),
          }))}
          onChange={(chosen) => {
            onChange({ ...need, months: horizons.find((months) => String(months) === chosen) ?? null });
          }}
        />
      </div>
      {agreed?.terms.place != null && (
        <Field label={say('agreement.where')} hint={say('agreement.placeHint')}>
          <Input
            value={need.place}
            maxLength={200}
            onChange={(_, { value }) => {
              onChange({ ...need, place: value });
            }}
          />
        </Field>
      )}
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

function sayAsked(view: AskedView, rhythm: SlotRhythmView): string {
  const asked = askedCadence(view.cadence);
  return meetsAsked(rhythm, view) ? say('schedule.asks', { asked }) : say('schedule.asksLess', { asked });
}
