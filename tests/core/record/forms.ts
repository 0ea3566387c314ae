import type { FormSection, RecordFormRule } from '#core/policy/record-form.ts';
import type { FormFacts } from '#core/record/fill-form.ts';
import type { Point } from '#core/record/point.ts';

export function section(id: string, changes: Partial<FormSection> = {}): FormSection {
  return {
    id,
    title: id,
    hint: null,
    holds: 'points',
    topicIds: [],
    writtenBy: null,
    notApplicable: false,
    stage: null,
    ...changes,
  };
}

export function formRule(sections: readonly FormSection[], changes: Partial<RecordFormRule> = {}): RecordFormRule {
  return {
    kind: 'record-form',
    id: 'form',
    clause: 'FORM-6',
    meetingKinds: ['one-to-one'],
    title: 'One-to-one record',
    look: 'boxes',
    head: [],
    sections,
    foot: [],
    actionColumns: { what: 'Action', by: 'Target date' },
    ...changes,
  };
}

export function point(id: string, changes: Partial<Point> = {}): Point {
  return {
    id,
    meetingId: 'm1',
    itemId: null,
    topicId: null,
    sectionId: null,
    authorId: 'tomasz',
    text: id,
    mark: null,
    behaviourId: null,
    at: '2026-11-26T10:20:00.000Z',
    ...changes,
  };
}

/** Facts of a meeting between Priya, who supervises, and Tomasz. */
export function formFacts(changes: Partial<FormFacts> = {}): FormFacts {
  return {
    meeting: { start: '2026-11-26T10:00:00.000Z' },
    supervisor: { id: 'priya', displayName: 'Priya Nair' },
    employee: { id: 'tomasz', displayName: 'Tomasz Zieliński', jobTitle: 'Housing officer', employeeNumber: null },
    previousStart: null,
    nextStart: null,
    items: [],
    points: [],
    lastActions: [],
    newActions: [],
    duties: [],
    values: {},
    notApplicable: [],
    ...changes,
  };
}
