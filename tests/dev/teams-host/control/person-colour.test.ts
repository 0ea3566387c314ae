import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personColour, personColours } from '#server/dev/teams-host/control/person-colour.ts';
import { colourOf } from '../../../../src/app/ui/person-colours.ts';

test('a person has the same colour in the local Teams as in Duologue', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(`c${String(personColours.indexOf(personColour(id)))}`).toBe(colourOf(id));
    }),
  );
});

test('the colours stand in the order Duologue has them', () => {
  const source = readFileSync(new URL('../../../../src/app/ui/person-colours.ts', import.meta.url), 'utf8');
  const names = [...source.matchAll(/colorPalette(\w+)Background2/g)].map((match) => match[1]?.toLowerCase());
  expect(personColours).toEqual(names);
});
