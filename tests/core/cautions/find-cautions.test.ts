import { describe, expect, test } from 'vitest';
import { findCautions } from '#core/cautions/find-cautions.ts';
import type { Caution } from '#core/policy/conversation-rules.ts';

const formal: Caution = {
  id: 'formal',
  title: 'This may belong to a formal process',
  phrases: ['disciplinary', 'final warning', 'capab*', 'hr’s procedure'],
  marks: [],
  route: 'Speak to HR first.',
  representation: 'The person may be represented there.',
};
const concern: Caution = { ...formal, id: 'concern', phrases: [], marks: ['concern'] };
const both = [formal, concern];

function found(text: string, mark: Parameters<typeof findCautions>[0]['mark'] = null): string[] {
  return findCautions({ text, mark }, both).map(({ id }) => id);
}

describe('words that read like the start of a formal process', () => {
  test.each([
    'We talked about a disciplinary',
    'DISCIPLINARY next week',
    'this is your final  warning',
    'a final-warning, I said',
    'Capability process',
    'whether she is capable',
    "It goes through HR's procedure",
    'dis\u00ADciplinary',
    'ﬁnal warning',
  ])('[OUT-6] [OD3a-7] [FORM-8] “%s” brings the route to mind', (text) => {
    expect(found(text)).toEqual(['formal']);
  });

  test.each([
    '',
    '   ',
    'multidisciplinary team',
    'the final day of the warning lights',
    'final',
    'incapable of malice',
    'escapable',
    '…?!',
  ])('“%s” does not', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('[FORM-8] a mark alone can do it, and words and mark together name each once', () => {
    expect(found('Late again', 'concern')).toEqual(['concern']);
    expect(found('A disciplinary matter, disciplinary', 'concern')).toEqual(['formal', 'concern']);
    expect(found('Late again', 'praise')).toEqual([]);
  });

  test('a text as long as any is read through at once', () => {
    expect(found(`${'on and on '.repeat(50_000)}disciplinary`)).toEqual(['formal']);
  });

  test('a pattern of signs only stands nowhere', () => {
    expect(findCautions({ text: '* *', mark: null }, [{ ...formal, phrases: ['*'] }])).toEqual([]);
  });
});
