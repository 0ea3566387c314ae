import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import type { ResponseOf } from '#contract/api.ts';
import { covers, effectiveRules, groupOf } from '#core/policy/resolve.ts';
import { sourcesOf } from '#core/policy/sources.ts';
import { pack, pair, person } from '#tests/core/builders.ts';
import type { LocalDate } from '#core/time-types.ts';
import { AsOf } from '../../../src/app/features/policy/AsOf.tsx';
import { PairRules } from '../../../src/app/features/policy/PairRules.tsx';
import { PolicyPage } from '../../../src/app/surfaces/personal/PolicyPage.tsx';
import { answering, giving } from '../support/answering.ts';
import { show } from '../support/show.tsx';
import { policy as reading } from '../support/views.ts';

const on = '2026-11-26';

function asked(name: string, grade = 'A2', part: Partial<ResponseOf<'pairPolicy'>> = {}): ResponseOf<'pairPolicy'> {
  const of = pack(name);
  const employee = person({ grade });
  const rules = effectiveRules(of, employee, pair(), on);
  return {
    id: of.id,
    title: of.title,
    version: of.version,
    on,
    reviewOn: of.reviewOn,
    pastReview: of.reviewOn !== null && of.reviewOn < on,
    group: groupOf(of, employee)?.title ?? null,
    covered: covers(of, employee),
    standard: null,
    clauses: [...of.clauses],
    groups: of.groups.map(({ id, title }) => ({ id, title })),
    rules,
    sources: sourcesOf(of, rules, employee, pair(), on),
    ...part,
  };
}

/** Every rule below the day that is asked about, as the page about a person has them. */
function RulesAsOf({ employee }: { employee: { givenName: string } | null }) {
  const [day, setDay] = useState<LocalDate | null>(null);
  return (
    <>
      <AsOf on={day} today={on} onChange={setDay} />
      <PairRules pairId="p1" employee={employee} on={day} />
    </>
  );
}

function showRules(answer: ResponseOf<'pairPolicy'>, employee: { givenName: string } | null = { givenName: 'Tomasz' }) {
  const server = answering({ pairPolicy: () => giving(answer) });
  show(<RulesAsOf employee={employee} />, server);
  return server;
}

async function ruleNamed(title: RegExp | string): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { level: 3, name: title });
  const row = heading.closest('li');
  if (row === null) throw new Error('The rule stands in no list');
  return row;
}

describe('what is asked of a pair', () => {
  test('[OD3a-1] [OD3a-10] each rule stands under its heading, in words, with its clause', async () => {
    showRules(asked('od3a'));
    expect(within(await ruleNamed('4 times in any 12 months for all employees')).getByText('OD3a-1')).toBeDefined();
    const agreement = await ruleNamed('How we hold our one-to-ones');
    expect(within(agreement).getByText(/At the first meeting you settle how often, where, how long/)).toBeDefined();
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      'When you meet',
      'What you talk about',
      'What is written down',
      'Work, growth and wellbeing',
      'Who reads it, and where to turn',
      'Good to know',
    ]);
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(asked('od3a').rules.length);
  });

  test('[OUT-1] says why a rule is this person’s', async () => {
    showRules(asked('out', 'M1'));
    const row = await ruleNamed(/^Every 2 weeks/);
    expect(within(row).getByText(/From your organisation, because of grade M1/)).toBeDefined();
  });

  test('is asked for anew as of another day, and comes back to today', async () => {
    const server = showRules(asked('od3a'));
    await ruleNamed(/^4 times/);
    fireEvent.change(screen.getByLabelText('As of'), { target: { value: '2027-03-01' } });
    await userEvent.click(await screen.findByRole('button', { name: 'Back to today' }));
    expect(server.callsOf('pairPolicy').map(({ query }) => query)).toEqual([{}, { on: '2027-03-01' }]);
    expect(screen.queryByRole('button', { name: 'Back to today' })).toBeNull();
  });

  test('[CAREER-15] whom it leaves out is told so, and only whom it is for is shown', async () => {
    showRules(asked('career', 'MED'));
    expect(await screen.findByText(/This policy is not for Tomasz\. It leaves out medical and dental/)).toBeDefined();
    expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual(['Whom it is for']);
  });

  test('[CAREER-16] a policy past its review says so', async () => {
    showRules(asked('career'), null);
    expect(await screen.findByText(/Its review was due Thu 31 Aug 2023/)).toBeDefined();
  });

  test('[OD3a-3] what the unit asks for is named with its standard, and the rest as the organisation’s', async () => {
    const plain = asked('od3a');
    showRules({
      ...plain,
      standard: { title: 'How we meet in Repairs', version: '2' },
      sources: { ...plain.sources, 'four-a-year': { from: 'unit', because: [] } },
    });
    expect(within(await ruleNamed(/^4 times/)).getByText(/From How we meet in Repairs/)).toBeDefined();
    expect(within(await ruleNamed('How we hold our one-to-ones')).getByText(/From your organisation/)).toBeDefined();
    expect(screen.getByText(/With How we meet in Repairs, version 2/)).toBeDefined();
  });
});

test('[CAREER-15] [CAREER-16] the page of the policy shows the reader every rule, and what it is not', async () => {
  const of = pack('career');
  const answer = {
    ...reading,
    title: of.title,
    reviewOn: '2023-08-31',
    pastReview: true,
    covered: false,
    group: 'Medical and dental colleagues',
    clauses: [...of.clauses],
    groups: of.groups.map(({ id, title }) => ({ id, title })),
    rules: [...of.rules],
    cadences: [],
  };
  show(<PolicyPage />, answering({ policy: () => giving(answer) }));
  expect(await screen.findByRole('heading', { level: 1, name: of.title })).toBeDefined();
  expect(screen.getByText(/This policy is not for you\./)).toBeDefined();
  expect(screen.getByText(/Its review was due/)).toBeDefined();
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(of.rules.length);
});
