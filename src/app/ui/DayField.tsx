import { Field, Input } from '@fluentui/react-components';
import { useDayFieldStyles } from './DayField.styles.ts';

interface DayFieldProps {
  readonly label: string;
  /** A local date; empty while none is chosen. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  /** The first day and the last that can be chosen. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly hint?: string;
  /** What is wrong with the day; null: nothing. */
  readonly problem?: string | null;
  readonly isRequired?: boolean;
}

/** Asks for a day. */
export function DayField({
  label,
  value,
  onChange,
  min,
  max,
  hint,
  problem = null,
  isRequired = false,
}: DayFieldProps) {
  const styles = useDayFieldStyles();
  return (
    <Field
      label={label}
      required={isRequired}
      className={styles.field}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === null ? {} : { validationMessage: problem })}
    >
      <Input
        type="date"
        className={styles.day}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        value={value}
        onChange={(_, data) => {
          onChange(data.value);
        }}
      />
    </Field>
  );
}
