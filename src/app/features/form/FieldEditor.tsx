import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { FieldValueView, FormResponse } from '#contract/form.ts';
import { valueKindOf } from '#core/record/form-field.ts';
import type { LocalDate, Zone } from '#core/time-types.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { readDays, sayValue } from './field-words.ts';
import type { FilledField } from './form-shapes.ts';
import { useFormHeadStyles } from './FormHead.styles.ts';

interface FieldEditorProps {
  readonly field: FilledField;
  readonly about: FormResponse['fields'][number];
  readonly today: LocalDate;
  readonly zone: Zone;
  readonly onFill: (value: FieldValueView | null) => void;
}

function typedOf(value: FieldValueView | null): string {
  if (value === null) return '';
  if (value.kind === 'days') return String(value.days);
  if (value.kind === 'day') return value.on;
  return value.kind === 'text' ? value.text : '';
}

function valueOf(kind: FieldValueView['kind'], typed: string): FieldValueView | null {
  if (kind === 'day') return { kind, on: typed };
  if (kind === 'text') return { kind, text: typed.trim() };
  const days = readDays(typed);
  return days === null ? null : { kind: 'days', days };
}

/** A line of the form somebody fills in: kept on Enter or on leaving it, with what it said last time at hand (FORM-4, FORM-5). */
export function FieldEditor({ field, about, today, zone, onFill }: FieldEditorProps) {
  const styles = useFormHeadStyles();
  const kind = valueKindOf(about.source);
  // Null: nobody is typing, so what the other filled in shows.
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const shown = typed ?? typedOf(field.value);
  const keep = (): void => {
    if (typed === null) return;
    const value = typed.trim() === '' ? null : valueOf(kind, typed);
    if (value === null && typed.trim() !== '') {
      setWrong(true);
      return;
    }
    setWrong(false);
    setTyped(null);
    if (typed !== typedOf(field.value)) onFill(value);
  };
  const { lastTime } = about;
  return (
    <div className={styles.editor}>
      <Field size="small" {...(isWrong ? { validationMessage: say('form.wrongDays') } : {})}>
        <Input
          size="small"
          className={kind === 'days' ? styles.days : styles.input}
          type={kind === 'day' ? 'date' : 'text'}
          inputMode={kind === 'days' ? 'decimal' : 'text'}
          aria-label={field.label}
          value={shown}
          maxLength={kind === 'days' ? 6 : 300}
          contentAfter={kind === 'days' ? <span className={styles.unit}>{say('form.daysUnit')}</span> : null}
          onChange={(_, { value }) => {
            setTyped(value);
            setWrong(false);
          }}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
            if (event.key === 'Escape') {
              setTyped(null);
              setWrong(false);
            }
          }}
        />
      </Field>
      {lastTime !== null && field.value === null && (
        <span className={styles.lastTime}>
          {say('form.lastTime', { value: sayValue(lastTime.value, today, zone), day: sayDate(lastTime.on, today) })}
          {about.source === 'leave-remaining' && (
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                setTyped(null);
                onFill(lastTime.value);
              }}
            >
              {say('form.same')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
