import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { isLocalDate } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { say } from '../../text/say.ts';
import { useAsOfStyles } from './AsOf.styles.ts';

// A year is typed digit by digit, and each of them makes a day of long ago.
const earliest: LocalDate = '2000-01-01';

interface AsOfProps {
  /** Null: today. */
  readonly on: LocalDate | null;
  readonly today: LocalDate;
  readonly onChange: (on: LocalDate | null) => void;
}

/** The day for which what is asked is shown. */
export function AsOf({ on, today, onChange }: AsOfProps) {
  const styles = useAsOfStyles();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div className={styles.line}>
      <Field label={say('rule.asOf')} orientation="horizontal" className={styles.field}>
        <Input
          type="date"
          size="small"
          value={draft ?? on ?? today}
          onChange={(_, { value }) => {
            setDraft(value);
            if (isLocalDate(value) && value >= earliest) onChange(value === today ? null : value);
          }}
          onBlur={() => {
            setDraft(null);
          }}
        />
      </Field>
      {on !== null && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            setDraft(null);
            onChange(null);
          }}
        >
          {say('rule.asOfToday')}
        </Button>
      )}
    </div>
  );
}
