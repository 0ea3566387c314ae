import type { FieldValue } from '#core/record/filled-form.ts';
import type { WriteUp } from '#core/record/write-up.ts';
import type { Forms } from '#server/ports/forms.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const valueColumns = ['meeting_id as meetingId', 'field_id as fieldId', 'value', 'by_id as by', 'at'] as const;
const markColumns = ['meeting_id as meetingId', 'section_id as sectionId', 'by_id as by', 'at'] as const;

/** What the forms of the acting person's pairs hold beside points and actions. */
export function formStore(scope: Scope): Forms {
  const { tx, tenantId } = scope;
  const values = () => tx.selectFrom('form_value').select(valueColumns).where('tenant_id', '=', tenantId);
  const writeUps = async (meetingIds: readonly string[]): Promise<WriteUp[]> => {
    const rows = await tx
      .selectFrom('write_up')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('meeting_id', '=', among(meetingIds))
      .execute();
    return rows.map(({ meeting_id, duties, shared_by, shared_at, confirmed_by, confirmed_at }) => ({
      meetingId: meeting_id,
      duties,
      shared: shared_by === null || shared_at === null ? null : { by: shared_by, at: shared_at },
      confirmed: confirmed_by === null || confirmed_at === null ? null : { by: confirmed_by, at: confirmed_at },
    }));
  };
  return {
    valuesOf: (meetingIds) =>
      values().where('meeting_id', '=', among(meetingIds)).orderBy('at').orderBy('field_id').execute(),
    saveValue: async (value, pairId) => {
      const row = {
        tenant_id: tenantId,
        pair_id: pairId,
        meeting_id: value.meetingId,
        field_id: value.fieldId,
        value: JSON.stringify(value.value satisfies FieldValue),
        by_id: value.by,
        at: value.at,
      };
      await keep(scope, 'form_value', [row], { key: ['meeting_id', 'field_id'], fixed: ['pair_id'] });
    },
    removeValue: async (meetingId, fieldId) => {
      await tx
        .deleteFrom('form_value')
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .where('field_id', '=', fieldId)
        .execute();
    },
    notApplicableOf: (meetingIds) =>
      tx
        .selectFrom('not_applicable')
        .select(markColumns)
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', among(meetingIds))
        .orderBy('at')
        .orderBy('section_id')
        .execute(),
    saveNotApplicable: async (mark, pairId) => {
      const row = {
        tenant_id: tenantId,
        pair_id: pairId,
        meeting_id: mark.meetingId,
        section_id: mark.sectionId,
        by_id: mark.by,
        at: mark.at,
      };
      await keep(scope, 'not_applicable', [row], { key: ['meeting_id', 'section_id'], fixed: ['pair_id'] });
    },
    removeNotApplicable: async (meetingId, sectionId) => {
      await tx
        .deleteFrom('not_applicable')
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .where('section_id', '=', sectionId)
        .execute();
    },
    writeUpOf: async (meetingId) => (await writeUps([meetingId]))[0] ?? null,
    writeUpsOf: writeUps,
    saveWriteUp: async (writeUp, pairId) => {
      const row = {
        tenant_id: tenantId,
        pair_id: pairId,
        meeting_id: writeUp.meetingId,
        duties: JSON.stringify(writeUp.duties),
        shared_by: writeUp.shared?.by ?? null,
        shared_at: writeUp.shared?.at ?? null,
        confirmed_by: writeUp.confirmed?.by ?? null,
        confirmed_at: writeUp.confirmed?.at ?? null,
      };
      // Compared as JSON no duties could be: they stay because the runtime role has no right to change them.
      await keep(scope, 'write_up', [row], { key: ['meeting_id'], fixed: ['pair_id'], kept: ['duties'] });
    },
  };
}
