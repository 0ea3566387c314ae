import type { FormResponse } from '#contract/form.ts';
import type { RecordFormRule } from '#core/policy/record-form.ts';
import { pack } from '#tests/core/builders.ts';
import { meetingId } from './meeting-view.ts';
import { idOf } from './views.ts';

/** The form of a pack for one-to-ones, empty, as the server answers it. */
export function formView(name: string, changes: Partial<FormResponse> = {}): FormResponse {
  const rule = pack(name).rules.find(
    (one): one is RecordFormRule => one.kind === 'record-form' && one.meetingKinds.includes('one-to-one'),
  );
  if (rule === undefined) throw new Error('no such form');
  const empty = ({ id, label }: RecordFormRule['head'][number]) => ({ id, label, value: null });
  return {
    meetingId,
    pairId: idOf(1),
    seq: 1,
    supervising: true,
    rule,
    form: {
      title: rule.title,
      look: rule.look,
      head: rule.head.map(empty),
      sections: rule.sections.map(({ id, title, stage }) => ({
        id,
        title,
        stage,
        notApplicable: false,
        points: [],
        actions: [],
        duties: [],
      })),
      foot: rule.foot.map(empty),
      actionColumns: rule.actionColumns,
    },
    fields: [...rule.head, ...rule.foot].map(({ id, source }) => ({
      id,
      source,
      mayFill: source === 'leave-remaining' || source === 'absence-since',
      lastTime: null,
    })),
    notApplicable: [],
    empty: [],
    writing: {
      state: 'open',
      writes: 'both',
      confirms: null,
      clause: null,
      mayWrite: true,
      mayShare: false,
      mayConfirm: false,
      shared: null,
      confirmed: null,
    },
    leave: null,
    absence: null,
    pack: { id: name, version: '1' },
    ...changes,
  };
}
