import { expect, test } from 'vitest';
import { Collection, Journal } from '#server/dev/microsoft365/tenant/journal.ts';

interface Item {
  owner: string;
  readers: string[];
}

function items() {
  const collection = new Collection<Item>('items', new Journal(null));
  return { collection, byPerson: collection.lookup((one) => [one.owner, ...one.readers]) };
}

test('a value is found by each of its names, in the order values came', () => {
  const { collection, byPerson } = items();
  collection.put('1', { owner: 'a', readers: ['b'] });
  collection.seed('2', { owner: 'b', readers: [] });
  expect(byPerson.of('b')).toEqual([
    { owner: 'a', readers: ['b'] },
    { owner: 'b', readers: [] },
  ]);
  expect(byPerson.first('a')).toEqual({ owner: 'a', readers: ['b'] });
  expect(byPerson.of('c')).toEqual([]);
});

test('a value that changed its names is found by the new ones alone, and one that went by none', () => {
  const { collection, byPerson } = items();
  collection.put('1', { owner: 'a', readers: ['b'] });
  collection.put('1', { owner: 'a', readers: ['c'] });
  expect(byPerson.of('b')).toEqual([]);
  expect(byPerson.of('c')).toHaveLength(1);
  expect(byPerson.of('a')).toEqual([{ owner: 'a', readers: ['c'] }]);
  collection.remove('1');
  expect(byPerson.first('a')).toBeUndefined();
  expect(collection.size).toBe(0);
});

test('what an earlier run left is found like everything else', () => {
  const { collection, byPerson } = items();
  collection.seed('1', { owner: 'a', readers: [] });
  collection.replay([
    ['items', '1', null],
    ['items', '2', { owner: 'd', readers: [] }],
    ['other', '3', { owner: 'a', readers: [] }],
  ]);
  expect(byPerson.of('a')).toEqual([]);
  expect(byPerson.of('d')).toHaveLength(1);
});
