import { Button, Field, Input } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useState, type SyntheticEvent } from 'react';
import type { MeasureView } from '#contract/measures.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useMeasuresTabStyles } from './MeasuresTab.styles.ts';
import { readNumber } from './read-number.ts';

interface AddReadingProps {
  readonly measure: MeasureView;
}

/** Adds a figure on a day. What was typed stays when saving fails. */
export function AddReading({ measure }: AddReadingProps) {
  const styles = useMeasuresTabStyles();
  const { today } = useToday();
  const [isOpen, setOpen] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const [on, setOn] = useState(today);
  const [text, setText] = useKeptDraft(`reading ${measure.id}`);
  const add = useChange('addReading');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const value = readNumber(text);
    setWrong(value === null);
    if (value === null) return;
    const close = () => {
      setText('');
      setOpen(false);
    };
    add.mutate({ params: { measureId: measure.id }, request: { on, value } }, { onSuccess: close });
  };
  if (!isOpen) {
    return (
      <div>
        <Button
          size="small"
          appearance="subtle"
          icon={<Add20Regular />}
          aria-label={say('measure.addReadingFor', { name: measure.name })}
          onClick={() => {
            setOpen(true);
          }}
        >
          {say('measure.addReading')}
        </Button>
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {add.error !== null && <ErrorNotice error={add.error} />}
      <Field
        label={say('measure.value')}
        className={styles.field}
        {...(isWrong ? { validationMessage: say('measure.numberNeeded') } : {})}
      >
        <Input
          className={styles.input}
          inputMode="decimal"
          value={text}
          contentAfter={measure.unit}
          onChange={(_, data) => {
            setText(data.value);
          }}
        />
      </Field>
      <Field label={say('measure.on')} className={styles.field}>
        <Input
          className={styles.input}
          type="date"
          value={on}
          max={today}
          onChange={(_, data) => {
            setOn(data.value === '' ? today : data.value);
          }}
        />
      </Field>
      <Button type="submit" disabledFocusable={add.isPending}>
        {say('measure.add')}
      </Button>
    </form>
  );
}
