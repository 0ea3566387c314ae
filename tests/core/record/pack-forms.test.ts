import { describe, expect, test } from 'vitest';
import type { MeetingKind } from '#core/meeting/meeting.ts';
import { evaluatePair } from '#core/policy/evaluate.ts';
import type { RecordFormRule } from '#core/policy/record-form.ts';
import { topicsOf } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { emptySections, fillForm } from '#core/record/fill-form.ts';
import { action, pack, pair, pairFacts, person } from '../builders.ts';
import { formFacts, point } from './forms.ts';

/** The form a policy keeps a kind of meeting on. */
function formOf(name: string, kind: MeetingKind = 'one-to-one'): RecordFormRule {
  const found = pack(name).rules.find(
    (rule): rule is RecordFormRule => rule.kind === 'record-form' && rule.meetingKinds.includes(kind),
  );
  if (found === undefined) throw new Error(`${name} has no form for ${kind}`);
  return found;
}

/** Each heading with what stands under it. */
function shown(rule: RecordFormRule, given: Parameters<typeof formFacts>[0]): [string, string[]][] {
  return fillForm(rule, formFacts(given)).sections.map(({ title, points, actions, duties }) => [
    title,
    [...points.map(({ text }) => text), ...actions.map(({ text }) => text), ...duties.map((duty) => duty.title)],
  ]);
}

describe('the forms of the packs', () => {
  test('[OD3a-13] the council’s notes: progress, each one’s issues, work tasks, both names, the next date', () => {
    const rule = formOf('od3a');
    const facts = {
      lastActions: [action({ text: 'Walk the estate' })],
      newActions: [action({ text: 'Write to the tenants' })],
      points: [point('Hers', { authorId: 'priya' }), point('His'), point('On target', { topicId: 'targets' })],
      nextStart: '2026-12-10T10:00:00.000Z',
    };
    expect(shown(rule, facts)).toEqual([
      ['Progress since last meeting', ['On target', 'Walk the estate']],
      ['Manager’s issues', ['Hers']],
      ['Employee’s issues', ['His']],
      ['Work tasks', ['Write to the tenants']],
    ]);
    const { head, foot, look, actionColumns } = fillForm(rule, formFacts(facts));
    expect(look).toBe('notes');
    expect(actionColumns.by).toBe('To be achieved by');
    expect(head.map(({ value }) => value?.kind)).toEqual(['text', 'text', 'moment']);
    expect(foot[0]?.value).toEqual({ kind: 'moment', at: '2026-12-10T10:00:00.000Z' });
  });

  test('[FORM-6] the college’s six headings and eight fields', () => {
    const rule = formOf('form');
    expect(rule.sections).toHaveLength(6);
    expect(rule.head).toHaveLength(8);
    const empty = emptySections(rule, fillForm(rule, formFacts()));
    expect(empty.filter(({ mayNotApply }) => mayNotApply).map(({ id }) => id)).toEqual(['responsibilities']);
  });

  test('[ESS-2] the three stages, each with headings of its own', () => {
    const stages = formOf('ess').sections.map(({ stage }) => stage);
    for (const stage of ['preparation', 'conversation', 'agreement'] as const) expect(stages).toContain(stage);
    expect(stages).not.toContain(null);
  });

  test('[OUT-2] the company’s list: every topic that is asked for has its heading', () => {
    const points = topicsOf(pack('out')).map(({ id }) => point(`about ${id}`, { topicId: id }));
    const lines = shown(formOf('out'), { points });
    for (const { text } of points) expect(lines.filter(([, under]) => under.includes(text))).toHaveLength(1);
    expect(new Set(lines.flatMap(([title, under]) => (under.length === 0 ? [] : [title]))).size).toBe(points.length);
  });

  test('[CAREER-1] the introductory meeting has a form of its own, with a heading for each thing to settle', () => {
    const rule = formOf('career', 'induction');
    const kind = pack('career').rules.find((one) => one.kind === 'meeting-kind' && one.meetingKind === 'induction');
    if (kind?.kind !== 'meeting-kind') throw new Error('no such kind');
    const points = kind.topics.map(({ id }) => point(`about ${id}`, { topicId: id }));
    const lines = Object.fromEntries(shown(rule, { points }));
    expect(points.length).toBeGreaterThanOrEqual(7);
    for (const { text } of points) expect(Object.values(lines)).toContainEqual([text]);
    expect(rule).not.toBe(formOf('career'));
    // An adjustment plan only where one is needed: otherwise it is said.
    expect(rule.sections.filter(({ notApplicable }) => notApplicable).map(({ id }) => id)).toEqual(['adjustments']);
  });

  test('[CAREER-2] supervision covers its topics over time, and each that waits is named', () => {
    const career = pack('career');
    const topics = topicsOf(career).map(({ id }) => id);
    expect(topics).toHaveLength(8);
    const [first = '', second = ''] = topics;
    const findings = evaluatePair(
      career,
      person(),
      pair(),
      pairFacts({ heldOn: ['2026-10-29', '2026-11-12'], coveredOn: { [first]: '2026-11-12', [second]: '2026-10-29' } }),
    ).filter(({ kind }) => kind === 'coverage');
    expect(findings.map(({ values }) => values['topic'])).toEqual(topics);
    expect(findings.find(({ values }) => values['topic'] === first)?.state).toBe('met');
    expect(findings.filter(({ reason }) => reason === 'topic-never')).toHaveLength(6);
    expect(new Set(findings.map(({ clause }) => clause))).toEqual(new Set(['CAREER-2']));
    // Each has its place on the form of supervision.
    const points = topics.map((id) => point(id, { topicId: id }));
    const placed = shown(formOf('career'), { points }).filter(([, under]) => under.length === 1);
    expect(placed).toHaveLength(8);
  });

  test('[FORM-2] every form names both people and has a place for agreed actions', () => {
    for (const name of ['od3a', 'out', 'form', 'ess', 'career']) {
      const rule = formOf(name);
      expect(
        rule.sections.some(({ holds }) => holds === 'actions'),
        name,
      ).toBe(true);
      const sources = rule.head.map(({ source }) => source);
      expect(sources, name).toEqual(expect.arrayContaining(['employee-name', 'supervisor-name', 'meeting-date']));
      expect(ruleOf(pack(name).rules, 'record-form'), name).not.toBeNull();
    }
  });
});
