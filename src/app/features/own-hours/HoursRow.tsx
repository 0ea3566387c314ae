import { Button, Field, Input, ToggleButton } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import type { RequestOf } from '#contract/api.ts';
import { sayWeekday } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { useOwnHoursStyles } from './OwnHours.styles.ts';

export type Hours = RequestOf<'keepProtectedHours'>['hours'][number];

interface HoursRowProps {
  readonly label: string;
  readonly hours: Hours;
  readonly isWrong: boolean;
  readonly onChange: (hours: Hours) => void;
  readonly onRemove: () => void;
}

const week = [1, 2, 3, 4, 5, 6, 7] as const;

/** One stretch of hours: on which days, from when until when. */
export function HoursRow({ label, hours, isWrong, onChange, onRemove }: HoursRowProps) {
  const styles = useOwnHoursStyles();
  const { days, from, until } = hours;
  return (
    <fieldset className={styles.row} aria-label={label}>
      <div role="group" aria-label={say('own.days')} className={styles.days}>
        {week.map((day) => (
          <ToggleButton
            key={day}
            size="small"
            appearance={days.includes(day) ? 'primary' : 'secondary'}
            className={styles.day}
            checked={days.includes(day)}
            aria-label={sayWeekday(day)}
            onClick={() => {
              onChange({ ...hours, days: days.includes(day) ? days.filter((one) => one !== day) : [...days, day] });
            }}
          >
            {sayWeekday(day).slice(0, 3)}
          </ToggleButton>
        ))}
      </div>
      <Field label={say('own.from')} className={styles.time}>
        <Input
          type="time"
          value={from}
          onChange={(_, { value }) => {
            onChange({ ...hours, from: value.slice(0, 5) });
          }}
        />
      </Field>
      <Field label={say('own.until')} className={styles.time}>
        <Input
          type="time"
          value={until}
          onChange={(_, { value }) => {
            onChange({ ...hours, until: value.slice(0, 5) });
          }}
        />
      </Field>
      <Button appearance="subtle" icon={<Delete16Regular />} aria-label={say('own.remove')} onClick={onRemove} />
      {isWrong && <Field className={styles.wrong} validationMessage={say('own.wrong')} />}
    </fieldset>
  );
}
