import type { Party } from '../people/pair.ts';
import type { FieldSource, FormField } from '../policy/record-form.ts';
import type { FieldValue } from './filled-form.ts';

/** What somebody may put into a line of the form. A day named in words is no day. */
const kindOf: Readonly<Record<FieldSource, FieldValue['kind']>> = {
  'employee-name': 'text',
  'employee-job-title': 'text',
  'employee-number': 'text',
  'supervisor-name': 'text',
  'meeting-date': 'moment',
  'previous-meeting-date': 'day',
  'next-meeting-date': 'day',
  'leave-remaining': 'days',
  'absence-since': 'days',
  text: 'text',
  date: 'day',
};

/** What kind of value a line of the form takes when somebody fills it in. */
export function valueKindOf(source: FieldSource): FieldValue['kind'] {
  return kindOf[source];
}

/** Whether a line is this party's to fill in. */
export function isAskedOf(field: Pick<FormField, 'filledBy'>, party: Party): boolean {
  return field.filledBy === 'both' || field.filledBy === party;
}
