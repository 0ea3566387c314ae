import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { DayRange } from '../../ui/DayRange.tsx';
import type { AskedDays } from '../../ui/day-problems.ts';

/** From when somebody else holds the one-to-ones, and until when. */
export interface HandOverStretch {
  readonly isForGood: boolean;
  readonly from: string;
  /** Kept while it is for good, so that going back finds it again. */
  readonly until: string;
}

/** The days as they are asked for: none is in the past, and what is for good has no last. */
export function askedDays({ isForGood, from, until }: HandOverStretch, today: string): AskedDays {
  return { from, until: isForGood ? null : until, earliest: today, today };
}

interface HandOverDaysProps {
  readonly stretch: HandOverStretch;
  readonly today: string;
  /** It was to be sent: what is missing is said too. */
  readonly isAsked: boolean;
  readonly onChange: (stretch: HandOverStretch) => void;
}

/** Asks whether it is for a while or for good, and for the days. */
export function HandOverDays({ stretch, today, isAsked, onChange }: HandOverDaysProps) {
  return (
    <>
      <Field label={say('handover.how')}>
        <RadioGroup
          layout="horizontal"
          value={stretch.isForGood ? 'good' : 'while'}
          onChange={(_, { value }) => {
            onChange({ ...stretch, isForGood: value === 'good' });
          }}
        >
          <Radio value="while" label={say('handover.while')} />
          <Radio value="good" label={say('handover.good')} />
        </RadioGroup>
      </Field>
      <DayRange
        days={askedDays(stretch, today)}
        isAsked={isAsked}
        onFrom={(from) => {
          onChange({ ...stretch, from });
        }}
        onUntil={(until) => {
          onChange({ ...stretch, until });
        }}
      />
    </>
  );
}
