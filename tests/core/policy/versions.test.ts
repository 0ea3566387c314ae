import { expect, test } from 'vitest';
import { activationOn, stateOfVersion, stretchesOf, type Activation } from '#core/policy/versions.ts';

function activation(id: string, versionId: string, from: string, withdrawnAt: string | null = null): Activation {
  return { id, versionId, from, by: 'nadia', at: '2026-11-26T10:00:00.000Z', withdrawnBy: withdrawnAt, withdrawnAt };
}

const begun = activation('a0', 'first', '2026-09-01');

test('the version a tenant began with holds on every day before, too', () => {
  expect(activationOn([begun], '2020-01-01')).toEqual(begun);
  expect(activationOn([], '2026-11-26')).toBeNull();
});

test('a version comes into force on its day and not one before, however long ago it was planned', () => {
  const planned = activation('a1', 'second', '2026-12-01');
  expect(activationOn([begun, planned], '2026-11-30')?.versionId).toBe('first');
  expect(activationOn([begun, planned], '2026-12-01')?.versionId).toBe('second');
  expect(stateOfVersion('second', [begun, planned], '2026-11-30')).toEqual({
    state: 'planned',
    since: '2026-12-01',
    activationId: 'a1',
  });
});

test('what is decided later for an earlier day leaves a plan for a later day standing', () => {
  const all = [begun, activation('a1', 'third', '2027-01-01'), activation('a2', 'second', '2026-11-26')];
  expect(stretchesOf(all).map(({ activation: { versionId }, from, until }) => [versionId, from, until])).toEqual([
    ['first', '2026-09-01', '2026-11-26'],
    ['second', '2026-11-26', '2027-01-01'],
    ['third', '2027-01-01', null],
  ]);
});

test('of two that begin on one day the last made holds, so a version can be rolled back on the day it came', () => {
  const all = [begun, activation('a1', 'second', '2026-11-26'), activation('a2', 'first', '2026-11-26')];
  expect(activationOn(all, '2026-11-26')?.id).toBe('a2');
  expect(stateOfVersion('second', all, '2026-11-26').state).toBe('rolled-back');
  expect(stateOfVersion('first', all, '2026-11-26')).toEqual({
    state: 'in-force',
    since: '2026-11-26',
    activationId: 'a2',
  });
});

test('a withdrawn plan never comes, and its version was never in force', () => {
  const all = [begun, activation('a1', 'second', '2026-12-01', '2026-11-27T09:00:00.000Z')];
  expect(activationOn(all, '2027-01-01')?.versionId).toBe('first');
  expect(stateOfVersion('second', all, '2027-01-01').state).toBe('never-in-force');
});

test('a version that gave way to a new one is replaced, not rolled back', () => {
  const all = [begun, activation('a1', 'second', '2026-11-01')];
  expect(stateOfVersion('first', all, '2026-11-26')).toEqual({
    state: 'replaced',
    since: '2026-11-01',
    activationId: null,
  });
});
