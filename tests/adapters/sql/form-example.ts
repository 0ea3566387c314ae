import { randomUUID } from 'node:crypto';
import type { Duty } from '#core/duties/duty.ts';
import type { Pair } from '#core/people/pair.ts';
import type { WriteUp } from '#core/record/write-up.ts';
import type { FormValue, NotApplicable } from '#server/ports/forms.ts';
import type { Transaction } from '#server/ports/store.ts';

/** Everything the store holds of one meeting's form, and a duty. */
export interface FormExample {
  readonly value: FormValue;
  readonly notApplicable: NotApplicable;
  readonly duty: Duty;
  readonly writeUp: WriteUp;
}

export function exampleForm(pair: Pair, meetingId: string, words: string): FormExample {
  const at = '2026-10-29T10:10:00.000Z';
  const said = { by: pair.employeeId, at };
  return {
    value: { meetingId, fieldId: 'leave', value: { kind: 'days', days: 12.5 }, ...said },
    notApplicable: { meetingId, sectionId: 'responsibilities', ...said },
    duty: {
      id: randomUUID(),
      pairId: pair.id,
      personId: pair.employeeId,
      kindId: null,
      title: words,
      since: '2024-02-29',
      validUntil: '2027-03-31',
      confirmed: { by: pair.supervisorId, at },
      endedOn: null,
    },
    writeUp: {
      meetingId,
      duties: [{ title: words, validUntil: '2027-03-31', standing: 'in-date' }],
      shared: said,
      confirmed: null,
    },
  };
}

export async function saveForm(tx: Transaction, { value, notApplicable, duty, writeUp }: FormExample): Promise<void> {
  await tx.forms.saveValue(value, duty.pairId);
  await tx.forms.saveNotApplicable(notApplicable, duty.pairId);
  await tx.duties.save(duty);
  await tx.forms.saveWriteUp(writeUp, duty.pairId);
}
