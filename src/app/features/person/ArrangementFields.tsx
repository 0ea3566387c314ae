import { Checkbox, Dropdown, Field, Option, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { isAtLeastAsOften } from '#core/cadence/cadence.ts';
import { arrangementKinds, type ArrangementKind } from '#core/people/pair.ts';
import type { Interval } from '#core/time-types.ts';
import { capital } from '../../text/dates.ts';
import { sayInterval } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { useArrangementStyles } from './Arrangement.styles.ts';
import type { WantedArrangement } from './wanted-arrangement.ts';

const intervals: readonly Interval[] = [
  { weeks: 1 },
  { weeks: 2 },
  { weeks: 3 },
  { weeks: 4 },
  { months: 1 },
  { weeks: 6 },
  { months: 2 },
  { months: 3 },
];

interface ArrangementFieldsProps {
  /** What the policy asks: nothing less often is offered. Null: it asks nothing. */
  readonly usual: Interval | null;
  /** The policy's own list of reasons. */
  readonly offered: readonly { readonly id: string; readonly title: string }[];
  readonly wanted: WantedArrangement;
  readonly onChange: (wanted: WantedArrangement) => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** How often, what for, and why: reasons of the policy's list, words, or both. */
export function ArrangementFields({ usual, offered, wanted, onChange, reason, onReason }: ArrangementFieldsProps) {
  const styles = useArrangementStyles();
  const keyOf = (interval: Interval): string => JSON.stringify(interval);
  const allowed = intervals.filter((one) => usual === null || isAtLeastAsOften(one, usual));
  return (
    <>
      <Field label={say('support.every')}>
        <Dropdown
          value={capital(sayInterval(wanted.every))}
          selectedOptions={[keyOf(wanted.every)]}
          onOptionSelect={(_, { optionValue }) => {
            const every = allowed.find((one) => keyOf(one) === optionValue);
            if (every !== undefined) onChange({ ...wanted, every });
          }}
        >
          {allowed.map((one) => (
            <Option key={keyOf(one)} value={keyOf(one)}>
              {capital(sayInterval(one))}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label={say('support.kind')}>
        <RadioGroup
          value={wanted.kind}
          onChange={(_, { value }) => {
            onChange({ ...wanted, kind: value as ArrangementKind });
          }}
        >
          {arrangementKinds.map((kind) => (
            <Radio key={kind} value={kind} label={say(`support.kind.${kind}`)} />
          ))}
        </RadioGroup>
      </Field>
      {offered.length > 0 && (
        <Field label={say('support.reasons')}>
          <div role="group" aria-label={say('support.reasons')} className={styles.reasons}>
            {offered.map(({ id, title }) => (
              <Checkbox
                key={id}
                label={title}
                checked={wanted.reasons.includes(id)}
                onChange={(_, { checked }) => {
                  const others = wanted.reasons.filter((one) => one !== id);
                  onChange({ ...wanted, reasons: checked === true ? [...others, id] : others });
                }}
              />
            ))}
          </div>
        </Field>
      )}
      <Field label={say('support.reason')} required={wanted.reasons.length === 0}>
        <Textarea
          value={reason}
          maxLength={500}
          onChange={(_, data) => {
            onReason(data.value);
          }}
        />
      </Field>
    </>
  );
}
