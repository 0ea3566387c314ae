import { Button, Field, Input } from '@fluentui/react-components';
import { isLocalDate } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { say } from '../../text/say.ts';
import { useAsOfStyles } from './AsOf.styles.ts';

interface AsOfProps {
  /** Null: today. */
  readonly on: LocalDate | null;
  readonly today: LocalDate;
  readonly onChange: (on: LocalDate | null) => void;
}

/** The day for which what is asked is shown. */
export function AsOf({ on, today, onChange }: AsOfProps) {
  const styles = useAsOfStyles();
  return (
    <div className={styles.line}>
      <Field label={say('rule.asOf')} orientation="horizontal" className={styles.field}>
        <Input
          type="date"
          size="small"
          value={on ?? today}
          onChange={(_, { value }) => {
            onChange(isLocalDate(value) && value !== today ? value : null);
          }}
        />
      </Field>
      {on !== null && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            onChange(null);
          }}
        >
          {say('rule.asOfToday')}
        </Button>
      )}
    </div>
  );
}
