import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText, type Canonical } from '#core/record/canonical-text.ts';

const leaf: fc.Arbitrary<Canonical> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
);
const anything = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** The same value with the members of its objects in another order. */
function shuffled(value: Canonical): Canonical {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: Canonical) => shuffled(one));
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, one]: [string, Canonical]) => [name, shuffled(one)] as const)
      .toReversed(),
  );
}

test('one value has one text, whatever order its members came in, and the text is JSON for it', () => {
  fc.assert(
    fc.property(anything, (value) => {
      const text = canonicalText(value);
      expect(canonicalText(shuffled(value))).toBe(text);
      expect(canonicalText(JSON.parse(text) as Canonical)).toBe(text);
    }),
  );
});

test('it has no spaces, its names in order, and its letters as they are', () => {
  expect(canonicalText({ b: [1, 'Zieliński "x"\n', null], a: { '': true }, é: -0, days: 12.5 })).toBe(
    '{"a":{"":true},"b":[1,"Zieliński \\"x\\"\\n",null],"days":12.5,"é":0}',
  );
});

test('what is not a number has none', () => {
  for (const none of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => canonicalText(none)).toThrow(RangeError);
});
