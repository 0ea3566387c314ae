import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type OpenedEngine } from './engines.ts';
import { examplePair, savedPair } from './examples.ts';

describe.each(engines)('what a form keeps on $engine', ({ open }) => {
  let opened: OpenedEngine;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it('comes back as it was typed, and goes by taking it back', async () => {
    const { supervisor, meeting, pair, form } = await savedPair(opened.store);
    await opened.store.asPerson(supervisor, async (tx) => {
      expect(await tx.forms.valuesOf([meeting.id])).toEqual([form.value]);
      expect(await tx.forms.notApplicableOf([meeting.id])).toEqual([form.notApplicable]);
      expect(await tx.duties.find(form.duty.id)).toEqual(form.duty);
      await tx.forms.saveValue({ ...form.value, value: { kind: 'text', text: 'twelve “and” a half\\' } }, pair.id);
      expect((await tx.forms.valuesOf([meeting.id]))[0]?.value).toEqual({
        kind: 'text',
        text: 'twelve “and” a half\\',
      });
      await tx.forms.removeValue(meeting.id, form.value.fieldId);
      await tx.forms.removeNotApplicable(meeting.id, form.notApplicable.sectionId);
      expect(await tx.forms.valuesOf([meeting.id])).toEqual([]);
      expect(await tx.forms.notApplicableOf([meeting.id])).toEqual([]);
    });
  });

  it('[FORM-10] a closed record keeps its duties as they stood, whatever is offered later', async () => {
    const { supervisor, pair, form } = await savedPair(opened.store);
    const confirmed = { by: supervisor.personId, at: '2026-11-27T09:00:00.000Z' };
    await opened.store.asPerson(supervisor, async (tx) => {
      await tx.forms.saveWriteUp({ ...form.writeUp, duties: [], confirmed }, pair.id);
      expect(await tx.forms.writeUpOf(form.writeUp.meetingId)).toEqual({ ...form.writeUp, confirmed });
    });
  });

  it('[FORM-10] duties go with the person: the one who supervises them now sees them, the one before does no longer', async () => {
    const { supervisor, employee, pair, form } = await savedPair(opened.store);
    const second = examplePair(supervisor.tenantId);
    const next = { ...second.supervisor, personId: second.pair.supervisorId };
    const ofPerson = (actor: typeof employee) =>
      opened.store.asPerson(actor, (tx) => tx.duties.ofPerson(employee.personId));
    await opened.store.asPerson(supervisor, (tx) => tx.pairs.save({ ...pair, to: '2020-01-01' }));
    expect(await ofPerson(supervisor)).toEqual([]);
    expect(await ofPerson(next)).toEqual([]);
    await opened.store.asPerson(next, async (tx) => {
      await tx.people.save(second.people);
      await tx.pairs.save({ ...second.pair, id: randomUUID(), employeeId: employee.personId, to: null });
    });
    expect(await ofPerson(next)).toEqual([form.duty]);
    expect(await ofPerson(employee)).toEqual([form.duty]);
  });
});
