import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeasureView } from '#contract/measures.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { say } from '../../text/say.ts';
import { useMeasureListStyles } from './MeasureList.styles.ts';

interface ReadingFormProps {
  readonly measure: MeasureView;
  readonly onReading: (value: number) => void;
  readonly onCancel: () => void;
}

/** Today's figure of a measure. Enter adds it, Escape leaves. */
export function ReadingForm({ measure, onReading, onCancel }: ReadingFormProps) {
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
