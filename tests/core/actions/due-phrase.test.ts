import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDuePhrase } from '#core/actions/due-phrase.ts';
import { dateFromDayNumber, dayNumber } from '#core/time.ts';

/** Thursday 26 November 2026. */
const today = '2026-11-26';

function read(text: string, on = today): [string, string] | null {
  const phrase = readDuePhrase(text, on);
  return phrase === null ? null : [phrase.dueOn, text.slice(phrase.matched.start, phrase.matched.end)];
}

describe('a due date as people say it', () => {
  test.each([
    ['Send the rota today', '2026-11-26', 'today'],
    ['Ring Hallam tomorrow', '2026-11-27', 'tomorrow'],
    ['Tomorrow ring Hallam', '2026-11-27', 'Tomorrow'],
    ['Ring Hallam tomorrow morning', '2026-11-27', 'tomorrow'],
    ['Ring Hallam tomorrow at 10', '2026-11-27', 'tomorrow'],
    ['Ring Hallam this afternoon', '2026-11-26', 'this afternoon'],
    ['Send it by the end of the day', '2026-11-26', 'by the end of the day'],
    ['Send it by close of play', '2026-11-26', 'by close of play'],
    ['Send it by close of play Friday', '2026-11-27', 'by close of play Friday'],
    ['Draft by the day after tomorrow', '2026-11-28', 'by the day after tomorrow'],
    ['Send the rota Friday', '2026-11-27', 'Friday'],
    ['Send the rota by Friday', '2026-11-27', 'by Friday'],
    ['Send the rota by Friday.', '2026-11-27', 'by Friday'],
    ['Send the rota by Friday at the latest', '2026-11-27', 'by Friday at the latest'],
    ['Send the rota BY FRIDAY', '2026-11-27', 'BY FRIDAY'],
    ['send the rota by fri', '2026-11-27', 'by fri'],
    ['Send the rota no later than Friday', '2026-11-27', 'no later than Friday'],
    ['Send the rota, due Friday', '2026-11-27', 'due Friday'],
    ['Send the rota due by Friday', '2026-11-27', 'due by Friday'],
    ['Talk to Facilities on Wed', '2026-12-02', 'on Wed'],
    ['I ask Facilities again for the key safe by Wednesday', '2026-12-02', 'by Wednesday'],
    ['By Monday write up the visit', '2026-11-30', 'By Monday'],
    ['Friday: write up the visit', '2026-11-27', 'Friday'],
    ['Write up the visit Thursday', '2026-12-03', 'Thursday'],
    ['Write up the visit this Thursday', '2026-11-26', 'this Thursday'],
    ['Write up the visit next Tuesday', '2026-12-01', 'next Tuesday'],
    ['Write up the visit next Friday', '2026-12-04', 'next Friday'],
    ['Write up the visit by Tuesday next week', '2026-12-01', 'by Tuesday next week'],
    ['Write up the visit Friday week', '2026-12-04', 'Friday week'],
    ['Write up the visit a week on Monday', '2026-12-07', 'a week on Monday'],
    ['Look again in two weeks', '2026-12-10', 'in two weeks'],
    ["Look again in two weeks' time", '2026-12-10', "in two weeks' time"],
    ['Look again in 10 days', '2026-12-06', 'in 10 days'],
    ['Look again in a fortnight', '2026-12-10', 'in a fortnight'],
    ['Look again in a week', '2026-12-03', 'in a week'],
    ['Look again in a couple of weeks', '2026-12-10', 'in a couple of weeks'],
    ['Look again within three months', '2027-02-26', 'within three months'],
    ['Look again a fortnight today', '2026-12-10', 'a fortnight today'],
    ['Look again two weeks from now', '2026-12-10', 'two weeks from now'],
    ['Finish the audit by the end of the month', '2026-11-30', 'by the end of the month'],
    ['Finish the audit end of the month', '2026-11-30', 'end of the month'],
    ['Finish the audit this week', '2026-11-27', 'this week'],
    ['Finish the audit by the end of the week', '2026-11-27', 'by the end of the week'],
    ['Finish the audit before the weekend', '2026-11-27', 'before the weekend'],
    ['Finish the audit next week', '2026-12-04', 'next week'],
    ['Finish the audit end of next week', '2026-12-04', 'end of next week'],
    ['Finish the audit by the end of next week', '2026-12-04', 'by the end of next week'],
    ['Finish the audit before next week', '2026-11-27', 'before next week'],
    ['Finish the audit early next week', '2026-11-30', 'early next week'],
    ['Finish the audit by the middle of next week', '2026-12-02', 'by the middle of next week'],
    ['Finish the audit the week after next', '2026-12-11', 'the week after next'],
    ['Finish the audit next month', '2026-12-31', 'next month'],
    ['Finish the audit by the start of next month', '2026-12-01', 'by the start of next month'],
    ['Finish the audit before next month', '2026-11-30', 'before next month'],
    ['Finish the audit by the end of January', '2027-01-29', 'by the end of January'],
    ['Finish the audit in March', '2027-03-31', 'in March'],
    ['Finish the audit by the end of the year', '2026-12-31', 'by the end of the year'],
    ['Pay the deposit by the 5th', '2026-12-05', 'by the 5th'],
    ['Pay the deposit on the 27th', '2026-11-27', 'on the 27th'],
    ['Pay the deposit Friday 4th', '2026-12-04', 'Friday 4th'],
    ['Pay the deposit 5 Dec', '2026-12-05', '5 Dec'],
    ['Pay the deposit 5th of December', '2026-12-05', '5th of December'],
    ['Pay the deposit by Fri 4 December', '2026-12-04', 'by Fri 4 December'],
    ['Pay the deposit December 5', '2026-12-05', 'December 5'],
    ['Pay the deposit 5 January', '2027-01-05', '5 January'],
    ['Pay the deposit by 5 January 2027', '2027-01-05', 'by 5 January 2027'],
    ['Pay the deposit 12/12', '2026-12-12', '12/12'],
    ['Pay the deposit 3/12', '2026-12-03', '3/12'],
    ['Pay the deposit 12/12/2026', '2026-12-12', '12/12/2026'],
    ['Pay the deposit by 12.12.26', '2026-12-12', 'by 12.12.26'],
    ['Pay the deposit by 2027-01-08', '2027-01-08', 'by 2027-01-08'],
    ['Pay the deposit by 29 February', '2028-02-29', 'by 29 February'],
    ['Plan cover before Christmas', '2026-12-24', 'before Christmas'],
    ['Plan cover by Christmas', '2026-12-24', 'by Christmas'],
    ['Plan cover before the new year', '2026-12-31', 'before the new year'],
    ['Plan cover before Friday', '2026-11-26', 'before Friday'],
    ['Plan cover before Monday', '2026-11-27', 'before Monday'],
    ['Plan cover before the 5th', '2026-12-04', 'before the 5th'],
    ['Plan cover until Friday', '2026-11-27', 'until Friday'],
    ['Send by Friday the draft rota', '2026-11-27', 'by Friday'],
    ['Walk the site on Wednesday with Hallam', '2026-12-02', 'on Wednesday'],
    ['Cover this Saturday with Sam', '2026-11-28', 'this Saturday'],
    ['Ask Facilities by Monday about the visit on Friday', '2026-11-30', 'by Monday'],
    ['Prepare the slides for Friday', '2026-11-27', 'Friday'],
  ])('%j is due on %s, said by %j', (text, dueOn, matched) => {
    expect(read(text)).toEqual([dueOn, matched]);
  });

  test.each([
    'Thank him for the Sunday call-outs and write them up',
    'Sunday call-outs need a second person',
    'Friday call-outs need a second person',
    'Read the report from Monday',
    'Write up what happened last Friday',
    'Send the rota every Friday',
    "Answer Friday's complaint",
    'Share the figures of next month’s plan',
    'Review the 5 Dec incident with Sam',
    'Plan the Christmas party',
    'Two flats still wait for a gas check',
    'Sit with the cat that sat',
    'Enjoy the sun',
    'Send the file of 30/02',
    'Pay the deposit by 12/12/2020',
    'Book training for two weeks',
    'Check flat 3/4B',
    'May I see the plan',
    '',
  ])('%j names none', (text) => {
    expect(read(text)).toBeNull();
  });

  test.each([
    ['2026-11-27', 'Send it by Friday', '2026-12-04'],
    ['2026-11-27', 'Send it this Friday', '2026-11-27'],
    ['2026-11-23', 'Send it next Tuesday', '2026-12-01'],
    ['2026-11-28', 'Send it this week', '2026-12-04'],
    ['2026-11-28', 'Send it by the end of the month', '2026-11-30'],
    ['2027-01-31', 'Send it by the end of the month', '2027-01-31'],
    ['2026-12-31', 'Send it in two weeks', '2027-01-14'],
    ['2027-01-31', 'Send it in a month', '2027-02-28'],
    ['2026-12-25', 'Send it by Christmas', '2027-12-24'],
    ['2026-11-30', 'Send it by the 31st', '2026-12-31'],
    ['2026-11-26', 'Send it by 26 Nov', '2026-11-26'],
    ['2026-11-26', 'Send it by 25 Nov', '2027-11-25'],
  ])('on %s, %j means %s', (on, text, dueOn) => {
    expect(read(text, on)?.[0]).toBe(dueOn);
  });

  test('never lies in the past, and is said inside the text', () => {
    const leads = fc.constantFrom('', 'by ', 'on ', 'before ', 'until ', 'due ');
    const days = fc.constantFrom(
      ...[
        'today',
        'tomorrow',
        'Friday',
        'mon',
        'this Sunday',
        'next Wednesday',
        'Saturday week',
        'in 3 days',
        'in a month',
      ],
      ...['this week', 'next week', 'end of next week', 'the week after next', 'the weekend', 'end of the month'],
      ...['next month', 'end of June', 'the end of the year', 'the 1st', 'the 31st', '1 Jan', '29 Feb', '31/12', '1/2'],
      ...['Christmas', 'new year', '1 March 2027', 'early next week', 'the start of next month'],
    );
    const any = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2031-12-31') }).map(dateFromDayNumber);
    fc.assert(
      fc.property(any, leads, days, fc.boolean(), (on, lead, day, first) => {
        const text = first ? `${lead}${day} send the rota` : `Send the rota ${lead}${day}`;
        const phrase = readDuePhrase(text, on);
        if (phrase === null) return;
        expect(phrase.dueOn >= on).toBe(true);
        expect(text.slice(phrase.matched.start, phrase.matched.end).trim()).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  test('is read or not, but never throws, whatever is typed', () => {
    const words = fc.constantFrom(
      'by',
      'on',
      'next',
      '31',
      '/',
      '13',
      'week',
      'Friday',
      'the',
      'end',
      'of',
      'month',
      '.',
      'é',
      '5th',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const phrase = readDuePhrase(text, today);
        if (phrase !== null) expect(phrase.dueOn >= today).toBe(true);
      }),
    );
  });
});
