import { newAction } from '#core/actions/action-life.ts';
import type { Action } from '#core/actions/action.ts';
import type { RecordFormRule } from '#core/policy/record-form.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { fillForm, type FormFacts } from '#core/record/fill-form.ts';
import type { Point } from '#core/record/point.ts';
import type { RecordForPaper } from '#server/ports/documents.ts';
import { pack, pair } from '#tests/core/builders.ts';

const start = '2026-11-12T10:00:00.000Z';

function point(
  id: string,
  authorId: string,
  text: string,
  sectionId: string | null,
  mark: Point['mark'] = null,
): Point {
  return {
    id,
    meetingId: 'm1',
    itemId: null,
    topicId: null,
    sectionId,
    authorId,
    text,
    mark,
    behaviourId: null,
    at: start,
  };
}

function action(id: string, text: string, raisedInId: string, dueOn: string | null): Action {
  const agreed = { id, pair: pair(), raisedInId, itemId: null, topicId: null, text, ownerId: 'tomasz', dueOn };
  return newAction(agreed, { at: start, on: '2026-11-12', by: 'priya', meetingId: raisedInId });
}

export function formRuleOf(name: string): RecordFormRule {
  const rule = ruleOf(pack(name).rules, 'record-form');
  if (rule === null) throw new Error(`${name} has no form`);
  return rule;
}

/** What was said at a meeting, somewhere under each form's own headings. */
export function factsFor(rule: RecordFormRule, changes: Partial<FormFacts> = {}): FormFacts {
  const headings = rule.sections.filter(({ holds }) => holds === 'points').map(({ id }) => id);
  return {
    meeting: { start },
    supervisor: { id: 'priya', displayName: 'Priya Raman' },
    employee: { id: 'tomasz', displayName: 'Tomasz Zieliński', jobTitle: 'Housing officer', employeeNumber: 'BH-2041' },
    previousStart: '2026-10-29T10:00:00.000Z',
    nextStart: '2026-11-26T10:00:00.000Z',
    items: [],
    points: [
      point('p1', 'tomasz', 'Six flats still need a gas-check date before we can let them.', headings[0] ?? null),
      point(
        'p2',
        'priya',
        'The tenants’ meeting ran calmly, and every question got an answer.',
        headings[0] ?? null,
        'praise',
      ),
      point('p3', 'priya', 'Two study half-days a month, kept free in the rota.', headings[1] ?? null, 'support'),
      point('p4', 'tomasz', 'Sundays have been heavy. Happy to do them, but not three in a row.', null),
    ],
    lastActions: [action('x1', 'Walk Alder Court with the gas contractor', 'm0', '2026-11-10')],
    newActions: [
      action('x2', 'Ask Facilities for a second key safe', 'm1', '2026-11-24'),
      action('x3', 'Book the fire-marshal refresher', 'm1', null),
    ],
    duties: [],
    values: { leave: { kind: 'days', days: 12.5 }, absence: { kind: 'days', days: 1 } },
    notApplicable: ['responsibilities'],
    ...changes,
  };
}

/** A closed record of a pack's own form, as it would be printed. */
export function recordFor(
  name: string,
  changes: Partial<RecordForPaper> = {},
  facts: Partial<FormFacts> = {},
): RecordForPaper {
  const rule = formRuleOf(name);
  const { title, version, rules } = pack(name);
  const signers = ruleOf(rules, 'sign-off')?.signers ?? [];
  return {
    form: fillForm(rule, factsFor(rule, facts)),
    meetingId: 'm1',
    start,
    zone: 'Europe/London',
    closedAt: '2026-11-12T10:46:00.000Z',
    actionsUnder: rule.sections.find(({ holds }) => holds === 'actions')?.id ?? null,
    names: { priya: 'Priya Raman', tomasz: 'Tomasz Zieliński' },
    authorName: 'Priya Raman',
    signatures: signers.map((party) =>
      party === 'supervisor'
        ? { party, name: 'Priya Raman', at: '2026-11-12T16:20:00.000Z', view: null }
        : { party, name: 'Tomasz Zieliński', at: null, view: null },
    ),
    addenda: [],
    policy: { title, version },
    fingerprint: signers.length === 0 ? null : 'a3'.repeat(32),
    ...changes,
  };
}

/** The same form with nothing on it but its lines: to be filled in by hand. */
export function emptyRecordFor(name: string): RecordForPaper {
  const nothing = {
    previousStart: null,
    nextStart: null,
    points: [],
    lastActions: [],
    newActions: [],
    values: {},
    notApplicable: [],
  };
  const record = recordFor(name, { closedAt: null, fingerprint: null }, nothing);
  return { ...record, signatures: record.signatures.map((one) => ({ ...one, at: null })) };
}
