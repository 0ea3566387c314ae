import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptySections, fillForm } from '#core/record/fill-form.ts';
import { action } from '../builders.ts';
import { formFacts, formRule, point, section } from './forms.ts';

const sections = [
  section('progress', { holds: 'progress', topicIds: ['tasks'] }),
  section('supervisor-issues', { writtenBy: 'supervisor' }),
  section('employee-issues', { writtenBy: 'employee' }),
  section('development', { topicIds: ['development'] }),
  section('other'),
  section('duties', { holds: 'duties', notApplicable: true }),
  section('actions', { holds: 'actions' }),
];
const rule = formRule(sections);

/** Heading → ids of the points under it; headings with none left out. */
function placed(...args: Parameters<typeof fillForm>): Record<string, string[]> {
  return Object.fromEntries(
    fillForm(...args)
      .sections.filter(({ points }) => points.length > 0)
      .map(({ id, points }) => [id, points.map((one) => one.id)]),
  );
}

describe('where a point stands', () => {
  test('[OD3a-13] the manager’s and the employee’s points stand under their own headings', () => {
    const points = [point('hers', { authorId: 'priya' }), point('his')];
    expect(placed(rule, formFacts({ points }))).toEqual({ 'supervisor-issues': ['hers'], 'employee-issues': ['his'] });
  });

  test('[FORM-6] its topic, or its agenda item’s, is stronger than who wrote it', () => {
    const items = [{ id: 'i1', topicId: 'development' }];
    const points = [
      point('own', { topicId: 'tasks' }),
      point('of item', { itemId: 'i1' }),
      point('gone', { itemId: 'i9' }),
    ];
    expect(placed(rule, formFacts({ items, points }))).toEqual({
      progress: ['own'],
      development: ['of item'],
      'employee-issues': ['gone'],
    });
  });

  test('[FORM-6] a heading chosen by hand is stronger than anything, unless the form no longer has it', () => {
    const points = [
      point('moved', { sectionId: 'duties', topicId: 'tasks' }),
      point('lost', { sectionId: 'gone', topicId: 'tasks' }),
    ];
    expect(placed(rule, formFacts({ points }))).toEqual({ progress: ['lost'], duties: ['moved'] });
  });

  test('[FORM-6] one topic under two headings goes to the one for its author', () => {
    const two = formRule([
      section('for-her', { topicIds: ['tasks'], writtenBy: 'supervisor' }),
      section('for-him', { topicIds: ['tasks'], writtenBy: 'employee' }),
    ]);
    const points = [point('his', { topicId: 'tasks' }), point('hers', { topicId: 'tasks', authorId: 'priya' })];
    expect(placed(two, formFacts({ points }))).toEqual({ 'for-her': ['hers'], 'for-him': ['his'] });
  });

  test('[ESS-2] what was said in the meeting stands under the conversation, unless it was put under the preparation', () => {
    const stages = formRule([
      section('pressing', { stage: 'preparation' }),
      section('urgent', { stage: 'conversation' }),
      section('key-points', { stage: 'agreement', writtenBy: 'employee' }),
    ]);
    const points = [point('hers', { authorId: 'priya' }), point('his'), point('prepared', { sectionId: 'pressing' })];
    expect(placed(stages, formFacts({ points }))).toEqual({
      pressing: ['prepared'],
      urgent: ['hers'],
      'key-points': ['his'],
    });
  });

  test('[FORM-6] where every heading asks for something else, a point still stands among points', () => {
    const narrow = formRule([section('actions', { holds: 'actions' }), section('about', { topicIds: ['x'] })]);
    expect(placed(narrow, formFacts({ points: [point('said')] }))).toEqual({ about: ['said'] });
    const hers = formRule([section('actions', { holds: 'actions' }), section('hers', { writtenBy: 'supervisor' })]);
    expect(placed(hers, formFacts({ points: [point('his')] }))).toEqual({ hers: ['his'] });
  });

  test('[FORM-6] every point stands on the form exactly once, whatever its headings are', () => {
    const party = fc.constantFrom('supervisor' as const, 'employee' as const, null);
    const anyTopic = fc.constantFrom('a', 'b', 'c');
    const anySection = fc.record({
      holds: fc.constantFrom('points' as const, 'progress' as const, 'actions' as const, 'duties' as const),
      topicIds: fc.uniqueArray(anyTopic, { maxLength: 2 }),
      writtenBy: party,
    });
    const anyPoint = fc.record({
      sectionId: fc.option(fc.constantFrom('s0', 's1', 's9')),
      topicId: fc.option(anyTopic),
      authorId: fc.constantFrom('priya', 'tomasz'),
    });
    fc.assert(
      fc.property(
        fc.array(anySection, { minLength: 1, maxLength: 5 }),
        fc.array(anyPoint, { maxLength: 8 }),
        (some, said) => {
          const form = formRule(some.map((one, index) => section(`s${String(index)}`, one)));
          const points = said.map((one, index) => point(`p${String(index)}`, one));
          const found = fillForm(form, formFacts({ points })).sections.flatMap((one) => one.points.map(({ id }) => id));
          expect(found.sort()).toEqual(points.map(({ id }) => id).sort());
        },
      ),
    );
  });
});

describe('what stands under a heading beside points', () => {
  test('[FORM-3] last time’s actions stand under progress, the new ones under the action plan', () => {
    const facts = formFacts({ lastActions: [action({ id: 'a1' })], newActions: [action({ id: 'a2' })] });
    const form = fillForm(rule, facts);
    const held = form.sections.flatMap(({ id, actions }) => actions.map((one) => [id, one.id]));
    expect(held).toEqual([
      ['progress', 'a1'],
      ['actions', 'a2'],
    ]);
  });

  test('[OUT-2] new actions are never left off a form that has no heading for them', () => {
    const form = fillForm(formRule([section('tasks'), section('wellbeing')]), formFacts({ newActions: [action()] }));
    expect(form.sections.map(({ actions }) => actions.length)).toEqual([0, 1]);
  });

  test('[FORM-10] duties stand under their heading', () => {
    const duties = [{ title: 'First aid', validUntil: '2027-03-31', standing: 'in-date' as const }];
    expect(fillForm(rule, formFacts({ duties })).sections.map((one) => one.duties.length)).toEqual([
      0, 0, 0, 0, 0, 1, 0,
    ]);
  });

  test('[FORM-6] “not applicable” is said, and holds only while nothing stands under the heading', () => {
    const said = (facts: Parameters<typeof formFacts>[0]) =>
      fillForm(rule, formFacts({ notApplicable: ['duties', 'other'], ...facts }))
        .sections.filter(({ notApplicable }) => notApplicable)
        .map(({ id }) => id);
    expect(said({})).toEqual(['duties']);
    expect(said({ points: [point('after all', { sectionId: 'duties' })] })).toEqual([]);
  });

  test('[ESS-2] [FORM-6] headings left empty are named, and where it must be said that one does not apply, so', () => {
    const facts = formFacts({ points: [point('his')], newActions: [action()] });
    expect(emptySections(rule, fillForm(rule, facts)).map(({ id, mayNotApply }) => [id, mayNotApply])).toEqual([
      ['progress', false],
      ['supervisor-issues', false],
      ['development', false],
      ['other', false],
      ['duties', true],
    ]);
    const without = fillForm(rule, { ...facts, notApplicable: ['duties'] });
    expect(emptySections(rule, without).map(({ id }) => id)).not.toContain('duties');
  });
});

describe('the lines of the head', () => {
  const field = (id: string, source: (typeof rule.head)[number]['source']) =>
    ({ id, label: id, source, filledBy: 'both' }) as const;
  const head = [
    field('name', 'employee-name'),
    field('title', 'employee-job-title'),
    field('number', 'employee-number'),
    field('manager', 'supervisor-name'),
    field('leave', 'leave-remaining'),
    field('absence', 'absence-since'),
    field('date', 'meeting-date'),
    field('before', 'previous-meeting-date'),
    field('next', 'next-meeting-date'),
  ];

  test('[FORM-6] are filled from what is known, then from what was typed, and are else empty', () => {
    const facts = formFacts({
      previousStart: '2026-10-29T10:00:00.000Z',
      values: {
        leave: { kind: 'days', days: 12 },
        name: { kind: 'text', text: 'Somebody else' },
        number: { kind: 'text', text: 'F-2041' },
      },
    });
    expect(fillForm(formRule(sections, { head }), facts).head.map(({ value }) => value)).toEqual([
      { kind: 'text', text: 'Tomasz Zieliński' },
      { kind: 'text', text: 'Housing officer' },
      { kind: 'text', text: 'F-2041' },
      { kind: 'text', text: 'Priya Nair' },
      { kind: 'days', days: 12 },
      null,
      { kind: 'moment', at: '2026-11-26T10:00:00.000Z' },
      { kind: 'moment', at: '2026-10-29T10:00:00.000Z' },
      null,
    ]);
  });
});

test('[FORM-4] a line nobody filled in is empty, whatever the policy calls it', () => {
  const ids = ['constructor', '__proto__', 'toString', 'leave'];
  const head = ids.map((id) => ({ id, label: id, source: 'leave-remaining', filledBy: 'both' }) as const);
  const form = fillForm({ ...rule, head }, formFacts({ values: { leave: { kind: 'days', days: 3 } } }));
  expect(form.head.map(({ value }) => value)).toEqual([null, null, null, { kind: 'days', days: 3 }]);
});
