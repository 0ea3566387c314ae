import { Button, Field, Input } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { MeasureView } from '#contract/measures.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { say } from '../../text/say.ts';
import { amount, trendWords } from './measure-words.ts';
import { MeasureTrend } from './MeasureTrend.tsx';
import { useMeasureListStyles } from './MeasureList.styles.ts';

interface MeasureRowProps {
  readonly measure: MeasureView;
  readonly today: string;
  /** Left out: to read only. */
  readonly onReading?: (value: number) => void;
}

/** One measure: where it stands, what is aimed for, how it has gone. */
export function MeasureRow({ measure, today, onReading }: MeasureRowProps) {
  const styles = useMeasureListStyles();
  const [isAdding, setAdding] = useState(false);
  const last = measure.readings.at(-1);
  const target = amount(measure.target, measure.unit);
  return (
    <li className={styles.measure}>
      <div className={styles.head}>
        <span className={styles.name}>{measure.name}</span>
        <span className={styles.actual}>{last === undefined ? say('record.noReading') : amount(last.value, measure.unit)}</span>
      </div>
      <div className={styles.head}>
        <span className={styles.quiet}>
          {measure.better === 'higher' ? say('record.atLeast', { target }) : say('record.atMost', { target })}
          {measure.trend?.reached === true && ` · ${say('record.onTarget')}`}
        </span>
        <MeasureTrend measure={measure} />
      </div>
      <div className={styles.head}>
        <span className={styles.quiet}>{trendWords(measure, today)}</span>
        {onReading !== undefined && !isAdding && (
          <Button
            className={styles.add}
            size="small"
            appearance="subtle"
            icon={<Add16Regular />}
            aria-label={say('record.addReadingFor', { measure: measure.name })}
            onClick={() => { setAdding(true); }}
          >
            {say('record.addReading')}
          </Button>
        )}
      </div>
      {onReading !== undefined && isAdding && (
        <ReadingForm
          measure={measure}
          onReading={(value) => {
            onReading(value);
            setAdding(false);
          }}
          onCancel={() => { setAdding(false); }}
        />
      )}
    </li>
  );
}

interface ReadingFormProps {
  readonly measure: MeasureView;
  readonly onReading: (value: number) => void;
  readonly onCancel: () => void;
}

function ReadingForm({ measure, onReading, onCancel }: ReadingFormProps) {
  const styles = useMeasureListStyles();
  const [text, setText] = useKeptDraft(`reading ${measure.id}`);
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const value = Number(text.trim().replace(',', '.'));
        if (text.trim() === '' || !Number.isFinite(value)) {
          setWrong(true);
          return;
        }
        onReading(value);
        setText('');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <Field
        size="small"
        label={say('record.readingOf', { measure: measure.name })}
        {...(isWrong ? { validationMessage: say('record.readingNumber') } : {})}
      >
        <Input
          size="small"
          inputMode="decimal"
          autoFocus
          value={text}
          contentAfter={measure.unit === '' ? null : <span>{measure.unit}</span>}
          onChange={(_, { value }) => {
            setText(value);
            setWrong(false);
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="small">
          {say('record.addReading')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {say('general.cancel')}
        </Button>
      </div>
    </form>
  );
}
