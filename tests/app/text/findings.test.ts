import { describe, expect, test } from 'vitest';
import { findingView, type FindingView } from '#contract/policy.ts';
import { expectation, findingBadge, findingLine, findingRow, findingTitle } from '../../../src/app/text/findings.ts';
import { finding } from '../support/views.ts';

const today = '2026-11-26';

describe('what the policy asks, in words', () => {
  const everything = {
    askedWeeks: 2,
    lastOn: '2026-11-12',
    nextOn: '2026-12-10',
    dueOn: '2026-11-26',
    until: '2027-03-01',
    on: '2026-11-12',
    count: 13,
    title: 'Wellbeing',
  };

  test.each(Object.values(findingView.shape.reason.def.entries))(
    '%s has a sentence, whatever is known about it',
    (reason) => {
      for (const values of [everything, {}]) {
        for (const state of Object.values(findingView.shape.state.def.entries)) {
          const one = finding({ reason, state, values });
          for (const words of [findingLine(one, today), findingBadge(one, today)]) {
            expect(words).toMatch(/^[A-Z\d]/);
            expect(words).not.toMatch(/undefined|null|[{}]|finding\./);
          }
          expect(findingRow(one, today)).not.toMatch(/undefined|null|[{}]|finding\./);
        }
      }
    },
  );

  test.each(Object.values(findingView.shape.kind.def.entries))('%s has a heading', (kind) => {
    expect(findingTitle(finding({ kind, values: everything }))).toMatch(/^[A-Z][^{}]+$/);
  });

  const examples: [string, Partial<FindingView>, { title: string; line: string; badge: string }][] = [
    [
      '[OUT-1] a rhythm that is kept names both days',
      {},
      { title: 'A one-to-one at least every 2 weeks', line: 'Last one 14 days ago, the next is today', badge: 'Met' },
    ],
    [
      '[OUT-1] a gap too long says when one was asked for and what is booked',
      {
        state: 'overdue',
        reason: 'gap-too-long',
        values: { askedMonths: 1, lastOn: '2026-10-22', dueOn: '2026-11-22', nextOn: '2026-11-27' },
      },
      {
        title: 'A one-to-one at least once a month',
        line: 'Last one Thu 22 Oct. One was asked for by Sun 22 Nov; the next is tomorrow',
        badge: 'Overdue',
      },
    ],
    [
      '[OD3a-1] a count says how many were held, how many are missing, and by when',
      {
        state: 'due',
        reason: 'count-due',
        values: { askedCount: 4, askedOverMonths: 12, counted: 2, remaining: 2, dueOn: '2027-01-04' },
        dueOn: '2027-01-04',
      },
      {
        title: 'A one-to-one at least 4 times in any 12 months',
        line: '2 of 4 held in the last 12 months. 2 more are asked for by Mon 4 Jan',
        badge: 'Due by Mon 4 Jan',
      },
    ],
    [
      '[FORM-1] a term says its name and its last day',
      {
        state: 'due',
        reason: 'term-due',
        values: { askedPerTerm: 1, term: 'Autumn term 2026', dueOn: '2026-12-18' },
        dueOn: '2026-12-18',
      },
      {
        title: 'A one-to-one at least once a term',
        line: 'None yet in Autumn term 2026. Book one by Fri 18 Dec',
        badge: 'Due by Fri 18 Dec',
      },
    ],
    [
      '[ESS-1] a window is named whole',
      { values: { askedFromWeeks: 4, askedWeeks: 6, lastOn: '2026-11-12', nextOn: '2026-11-26' } },
      {
        title: 'A one-to-one at least every 4 to 6 weeks',
        line: 'Last one 14 days ago, the next is today',
        badge: 'Met',
      },
    ],
    [
      '[OUT-1] a first meeting says by when',
      { state: 'due', reason: 'first-due-by', values: { askedMonths: 1, dueOn: '2026-12-09' }, dueOn: '2026-12-09' },
      {
        title: 'A one-to-one at least once a month',
        line: 'The first is asked for by Wed 9 Dec',
        badge: 'First by Wed 9 Dec',
      },
    ],
    [
      '[OUT-1] what is due today says so',
      {
        state: 'due',
        reason: 'nothing-booked',
        values: { askedMonths: 1, lastOn: '2026-10-26', dueOn: today },
        dueOn: today,
      },
      {
        title: 'A one-to-one at least once a month',
        line: 'Last one Mon 26 Oct. Book the next by today',
        badge: 'Due today',
      },
    ],
    [
      '[OUT-2] a topic left out says since when',
      {
        kind: 'coverage',
        clause: 'OUT-2',
        state: 'due',
        reason: 'topic-not-since',
        values: { topic: 'wellbeing', title: 'Wellbeing', lastOn: '2026-10-15' },
        dueOn: null,
      },
      { title: 'Wellbeing talked about', line: 'Last talked about Thu 15 Oct', badge: 'Not since Thu 15 Oct' },
    ],
    [
      '[OUT-3] a booked series says how many and until when',
      {
        kind: 'scheduled',
        clause: 'OUT-3',
        reason: 'series-booked',
        values: { count: 13, until: '2027-05-20' },
        dueOn: null,
      },
      { title: 'Scheduled in Outlook', line: '13 meetings booked to Thu 20 May', badge: 'Met' },
    ],
    [
      '[OUT-4] a summary that could not be confirmed is said as doubt',
      {
        kind: 'summary-mail',
        clause: 'OUT-4',
        state: 'due',
        reason: 'summary-unconfirmed',
        values: { on: '2026-11-12' },
        dueOn: null,
      },
      {
        title: 'Agreed actions sent by email',
        line: 'The one of Thu 12 Nov could not be confirmed',
        badge: 'Not confirmed',
      },
    ],
  ];

  test.each(examples)('%s', (_, part, words) => {
    const one = finding(part);
    expect({ title: findingTitle(one), line: findingLine(one, today), badge: findingBadge(one, today) }).toEqual(words);
  });

  test('an employee reads what they can expect, and nothing where there is nothing to expect', () => {
    expect(expectation(finding(), today)).toBe(
      'A one-to-one at least every 2 weeks. Last one 14 days ago, the next is today',
    );
    expect(expectation(finding({ kind: 'scheduled' }), today)).toBeNull();
  });
});
