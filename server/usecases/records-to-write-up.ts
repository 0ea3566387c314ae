import { ruleOf } from '#core/policy/rule-of.ts';
import { mayWrite, waitsFor, type WriteUp } from '#core/record/write-up.ts';
import type { Transaction } from '../ports/store.ts';
import type { ClosedRecord } from './closed-records.ts';

/** How far the records have come that a policy wants written up by one of the two and confirmed by the other, by meeting (ESS-7). */
export async function writeUpsOf(
  tx: Transaction,
  records: readonly ClosedRecord[],
): Promise<ReadonlyMap<string, WriteUp>> {
  const handedOver = records.filter(({ rules }) => (ruleOf(rules, 'writer')?.confirms ?? null) !== null);
  if (handedOver.length === 0) return new Map();
  const found = await tx.forms.writeUpsOf(handedOver.map(({ meeting }) => meeting.id));
  return new Map(found.map((one) => [one.meetingId, one]));
}

/** Whether somebody still writes a record up, so that nobody signs it yet. */
export function isBeingWritten({ rules, meeting }: ClosedRecord, writeUps: ReadonlyMap<string, WriteUp>): boolean {
  const writeUp = writeUps.get(meeting.id) ?? null;
  return (['supervisor', 'employee'] as const).some((party) =>
    mayWrite(ruleOf(rules, 'writer'), meeting, writeUp, party),
  );
}

/** The records that wait for a person to write them up, or to confirm what the other wrote, the longest waiting first (ESS-7). */
export function recordsToWriteUp(records: readonly ClosedRecord[], writeUps: ReadonlyMap<string, WriteUp>) {
  return records
    .flatMap(({ meeting, rules, role }) => {
      const rule = ruleOf(rules, 'writer');
      const step = waitsFor(rule, meeting, writeUps.get(meeting.id) ?? null, role);
      if (rule === null || step === null) return [];
      const { id, pairId, kind, start } = meeting;
      return [{ meetingId: id, pairId, kind, start, step, clause: rule.clause }];
    })
    .sort((one, another) => (one.start < another.start ? -1 : 1));
}
