import type { FieldValueView } from '#contract/form.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate, Zone } from '#core/time-types.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';

/** What stands in a line of the form, in words. */
export function sayValue(value: FieldValueView, today: LocalDate, zone: Zone): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'moment':
      return sayDate(localDateOf(value.at, zone), today);
    case 'day':
      return sayDate(value.on, today);
    case 'days':
      return say('form.days', { days: value.days });
  }
}

/** Days as somebody types them: halves at most. Null: not that. */
export function readDays(text: string): number | null {
  const days = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(days) || days < 0 || days > 366) return null;
  return Number.isInteger(days * 2) ? days : null;
}
