import type { Actor } from '#core/people/person.ts';
import type { FilledForm } from '#core/record/filled-form.ts';
import { plainForm } from '#core/record/plain-form.ts';
import { fillForm } from '#core/record/fill-form.ts';
import type { DocumentFormat, RecordForPaper, SavedDocument } from '../ports/documents.ts';
import type { Needs } from './needs.ts';
import { meetingScope } from './pair-scope.ts';
import { formAsClosed, recordScope, type RecordScope } from './record-scope.ts';

function formOf(record: RecordScope): FilledForm {
  const closed = record.meeting.state === 'closed' ? formAsClosed(record) : null;
  return closed ?? record.made.form ?? fillForm(plainForm, record.made.facts);
}

function forPaper(record: RecordScope, reader: Actor): RecordForPaper {
  const { meeting, pair, made, facts, standing, seal, addenda } = record;
  const names = { [pair.supervisorId]: facts.supervisor.name, [pair.employeeId]: facts.employee.name };
  const sections = (made.rule ?? plainForm).sections;
  return {
    form: formOf(record),
    meetingId: meeting.id,
    start: meeting.start,
    zone: reader.personId === made.supervisor.id ? made.supervisor.zone : made.employee.zone,
    closedAt: meeting.closedAt,
    actionsUnder: sections.find(({ holds }) => holds === 'actions')?.id ?? null,
    names,
    authorName: facts.supervisor.name,
    signatures: standing.signers.map(({ party, signature }) => ({
      party,
      name: (party === 'supervisor' ? facts.supervisor : facts.employee).name,
      at: signature?.at ?? null,
      view: signature?.words ?? null,
    })),
    addenda: addenda.map(({ authorId, text, at }) => ({ authorName: names[authorId] ?? '', text, at })),
    policy: { title: made.pack.title, version: made.pack.version },
    fingerprint: seal?.contentHash ?? null,
  };
}

/**
 * A copy of a record on its form, for either of the two to keep or to sign on paper (OD3a-13, FORM-2). A meeting that is not closed yet
 * gives the form as far as it is filled in. @throws Refusal `not-found`, `policy-missing`
 */
export async function readDocument(
  needs: Pick<Needs, 'store' | 'clock' | 'policies' | 'documents'>,
  actor: Actor,
  input: { readonly meetingId: string; readonly format: DocumentFormat },
): Promise<SavedDocument> {
  await needs.policies.inForce(actor.tenantId);
  const record = await needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingScope(tx, actor, input.meetingId);
    return forPaper(await recordScope(tx, needs, actor, scope, needs.clock.now()), actor);
  });
  return needs.documents.recordDocument(record, input.format);
}
