import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCapture } from '#core/actions/capture.ts';
import type { CaptureContext } from '#core/actions/capture.ts';

const priya = { id: 'p', givenName: 'Priya', displayName: 'Priya Raman' };
const tomasz = { id: 't', givenName: 'Tomasz', displayName: 'Tomasz Zieliński' };
const context: CaptureContext = { today: '2026-11-26', people: [priya, tomasz], authorId: 'p' };

describe('a line typed in a meeting', () => {
  test.each<[string, string, string, string | null]>([
    ['Tomasz to send the January rota by Friday', 'Send the January rota', 't', '2026-11-27'],
    ['tomasz will send the rota', 'Send the rota', 't', null],
    ['Tomasz Zielinski to send the rota', 'Send the rota', 't', null],
    ['Tomasz: send the rota', 'Send the rota', 't', null],
    ['Tomasz - send the rota', 'Send the rota', 't', null],
    ['@Tomasz send the rota', 'Send the rota', 't', null],
    ['Send the rota (Tomasz)', 'Send the rota', 't', null],
    ['Send the rota - Tomasz, by Friday', 'Send the rota', 't', '2026-11-27'],
    ['Priya chases the gas-check dates tomorrow', 'Priya chases the gas-check dates', 'p', '2026-11-27'],
    ['Agreed that Tomasz will chase the dates', 'Agreed that Tomasz will chase the dates', 't', null],
    ['By Friday Tomasz to send the rota', 'Send the rota', 't', '2026-11-27'],
    ['By Friday, Tomasz to send the rota', 'Send the rota', 't', '2026-11-27'],
    ["I'll ring Hallam on Wed", 'Ring Hallam', 'p', '2026-12-02'],
    ['I’ll ring Hallam', 'Ring Hallam', 'p', null],
    ['I will ring Hallam', 'Ring Hallam', 'p', null],
    [
      'I ask Facilities again for the key safe by Wednesday',
      'Ask Facilities again for the key safe',
      'p',
      '2026-12-02',
    ],
    ['You to ring Hallam', 'Ring Hallam', 't', null],
    ['Ask Tomasz to ring Hallam', 'Ask Tomasz to ring Hallam', 'p', null],
    ['Go through the rota with Tomasz', 'Go through the rota with Tomasz', 'p', null],
    ["Tomasz's rota needs a second look", "Tomasz's rota needs a second look", 'p', null],
    ['Chase gas-check dates with Hallam Heating', 'Chase gas-check dates with Hallam Heating', 'p', null],
    ['Prepare the slides for Friday', 'Prepare the slides for Friday', 'p', '2026-11-27'],
    ['Ring Hallam tomorrow at 10', 'Ring Hallam tomorrow at 10', 'p', '2026-11-27'],
    ['Send by Friday the draft', 'Send by Friday the draft', 'p', '2026-11-27'],
    ['Send the rota, by Friday.', 'Send the rota', 'p', '2026-11-27'],
    ['Thank him for the Sunday call-outs', 'Thank him for the Sunday call-outs', 'p', null],
    ['tomorrow', 'tomorrow', 'p', '2026-11-27'],
    ['  Book   the refresher  ', 'Book the refresher', 'p', null],
  ])('%j is %j for %s by %s', (line, text, ownerId, dueOn) => {
    const capture = readCapture(line, context);
    expect({ text: capture.text, ownerId: capture.ownerId, dueOn: capture.dueOn }).toEqual({ text, ownerId, dueOn });
  });

  test('shows where it found the owner and the day', () => {
    const line = 'By Friday, Tomasz to send the rota';
    const { ownerMatch, dueMatch } = readCapture(line, context);
    expect(line.slice(ownerMatch?.start, ownerMatch?.end)).toBe('Tomasz');
    expect(line.slice(dueMatch?.start, dueMatch?.end)).toBe('By Friday');
    expect(readCapture('Send the rota', context)).toMatchObject({ ownerMatch: null, dueMatch: null });
  });

  test('goes to the writer when two people bear the name', () => {
    const people = [priya, { id: 'q', givenName: 'Priya', displayName: 'Priya Shah' }];
    const both = { ...context, people, authorId: 'q' };
    expect(readCapture('Priya to send the rota', both)).toMatchObject({ ownerId: 'q', text: 'Priya to send the rota' });
    expect(readCapture('Priya Raman to send the rota', both)).toMatchObject({ ownerId: 'p', text: 'Send the rota' });
  });

  test('always belongs to one of the people, keeps words, and points into itself', () => {
    const words = fc.constantFrom(
      'Tomasz',
      'to',
      'send',
      'I',
      'by',
      'Friday',
      '(',
      'Priya',
      ')',
      'will',
      ':',
      'rota',
      '.*',
      'ń',
      '👋',
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1 }).map((list) => list.join(' ')),
        (line) => {
          const capture = readCapture(line, context);
          expect(['p', 't']).toContain(capture.ownerId);
          expect(capture.text.trim()).not.toBe('');
          for (const match of [capture.ownerMatch, capture.dueMatch]) {
            if (match !== null)
              expect(match.start >= 0 && match.start < match.end && match.end <= line.length).toBe(true);
          }
        },
      ),
    );
  });
});
