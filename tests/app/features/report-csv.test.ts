import { describe, expect, test } from 'vitest';
import type { JobItemView } from '#contract/booking-jobs.ts';
import { cell, reportCsv } from '../../../src/app/features/booking-jobs/report-csv.ts';
import '../../../src/app/text/say-policies.ts';

const item: JobItemView = {
  pairId: 'pair',
  employee: { id: 't', displayName: 'Tomasz Zieliński', givenName: 'Tomasz', unit: 'Housing' },
  supervisor: { id: 'p', displayName: 'Priya Sharma', givenName: 'Priya' },
  state: 'waiting',
  reason: 'supervisor-away',
};

describe('the report as a file', () => {
  test('[OUT-3] says of each person how it stands and why, in words', () => {
    expect(reportCsv([item, { ...item, state: 'booked', reason: null }])).toBe(
      '\u{FEFF}"Person","Unit","Supervisor","How it stands","Why"\r\n' +
        '"Tomasz Zieliński","Housing","Priya Sharma","Waiting","Waiting for Priya to open Duologue"\r\n' +
        '"Tomasz Zieliński","Housing","Priya Sharma","Booked",""\r\n',
    );
  });

  test.each(['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '"=1', "'=1", '＝1', '\n=cmd|x', '|calc', '%0A'])(
    'does not let %j become a formula',
    (text) => {
      expect(cell(text)).toBe(`"'${text.replaceAll('"', '""')}"`);
    },
  );

  test.each([
    ['O’Brien, Ann', '"O’Brien, Ann"'],
    ['Ann "Annie" Lee', '"Ann ""Annie"" Lee"'],
    ['', '""'],
    ['A = B', '"A = B"'],
  ])('leaves %j as it is', (text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  test('keeps a hostile name in its own cell', () => {
    const hostile = { ...item.employee, displayName: '=HYPERLINK("http://x","y")\r\n"z' };
    const [, line] = reportCsv([{ ...item, employee: hostile }])
      .split('\r\n"Person"')
      .join('')
      .split(',"Housing"');
    expect(line).toBeDefined();
    expect(reportCsv([{ ...item, employee: hostile }])).toContain('"\'=HYPERLINK(""http://x"",""y"")\r\n""z"');
  });
});
