import { mergeClasses } from '@fluentui/react-components';
import type { FieldValueView, FormResponse } from '#contract/form.ts';
import type { FormLook } from '#core/policy/record-form.ts';
import type { LocalDate, Zone } from '#core/time-types.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { FieldEditor } from './FieldEditor.tsx';
import { sayValue } from './field-words.ts';
import type { FilledField } from './form-shapes.ts';
import { useFormHeadStyles } from './FormHead.styles.ts';

interface FormHeadProps {
  readonly look: FormLook;
  readonly fields: readonly FilledField[];
  readonly about: FormResponse['fields'];
  readonly today: LocalDate;
  readonly zone: Zone;
  /** One field to a row, where there is little room. */
  readonly compact: boolean;
  readonly onFill: (fieldId: string, value: FieldValueView | null) => void;
}

/** The lines at the head or foot of a form, as its look has them: what is known stands there, the rest is filled in (FORM-6). */
export function FormHead({ look, fields, about, today, zone, compact, onFill }: FormHeadProps) {
  const styles = useFormHeadStyles();
  if (fields.length === 0) return null;
  const isBoxes = look === 'boxes';
  const isNotes = look === 'notes';
  return (
    <dl
      className={mergeClasses(
        styles.head,
        isBoxes ? styles.boxes : isNotes ? styles.notes : styles.list,
        isBoxes && compact && styles.boxesOneColumn,
      )}
    >
      {fields.map((field) => {
        const asked = about.find(({ id }) => id === field.id);
        return (
          <div
            key={field.id}
            className={mergeClasses(styles.field, isBoxes && styles.boxesField, isNotes && styles.notesField)}
          >
            <dt className={mergeClasses(styles.label, isBoxes && styles.boxesLabel, isNotes && styles.notesLabel)}>
              {field.label}
            </dt>
            <dd
              className={mergeClasses(
                styles.value,
                isBoxes && styles.boxesValue,
                isNotes && styles.notesValue,
                field.value === null && styles.none,
              )}
            >
              {asked?.mayFill === true ? (
                <FieldEditor
                  field={field}
                  about={asked}
                  today={today}
                  zone={zone}
                  onFill={(value) => {
                    onFill(field.id, value);
                  }}
                />
              ) : field.value === null ? (
                say('form.noValue')
              ) : (
                sayValue(field.value, today, zone)
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
