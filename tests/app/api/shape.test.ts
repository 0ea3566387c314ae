import { describe, expect, test } from 'vitest';
import { api } from '#contract/api.ts';
import { changeEvent } from '#contract/changes.ts';
import { problem } from '#contract/problem.ts';
import { fits } from '../../../src/app/api/shape.ts';
import { shapeOf } from '../../../vite.config.ts';
import { home, me, policy } from '../support/views.ts';
import { meetingView } from '../support/meeting-view.ts';

const samples = [
  { name: 'me', schema: api.me.response, value: me },
  { name: 'home', schema: api.home.response, value: home() },
  { name: 'policy', schema: api.policy.response, value: policy },
  { name: 'meeting', schema: api.meeting.response, value: meetingView() },
  { name: 'a problem', schema: problem, value: { code: 'unexpected', requestId: 'r', details: { minutes: 5 } } },
  { name: 'a change', schema: changeEvent, value: { kind: 'hello', seqs: { 'pair-1': 3 } } },
] as const;

type Path = readonly (string | number)[];

/** The value, again and again, each time with one thing in it taken away or made something else. */
function* spoilt(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key];
    const withInner = (other: unknown): unknown =>
      Array.isArray(value)
        ? value.map((one: unknown, index) => (String(index) === key ? other : one))
        : { ...value, [key]: other };
    yield { path: [...path, key], value: withInner({ nobody: 'expects this' }) };
    yield { path: [...path, key], value: withInner(undefined) };
    yield { path: [...path, key], value: withInner(null) };
    for (const one of spoilt(inner, [...path, key])) yield { path: one.path, value: withInner(one.value) };
  }
}

describe('answers in the built pages', () => {
  test.each(samples)('$name is accepted as the contract accepts it', ({ schema, value }) => {
    expect(schema.safeParse(value).success).toBe(true);
    expect(fits(shapeOf(schema), value)).toBe(true);
  });

  test.each(samples)(
    '$name with something missing or else is refused just where the contract refuses it',
    ({ schema, value }) => {
      const shape = shapeOf(schema);
      const cases = [...spoilt(value)];
      expect(cases.length).toBeGreaterThan(0);
      const differ = cases.filter((one) => schema.safeParse(one.value).success !== fits(shape, one.value));
      expect(differ.map(({ path }) => path.join('.'))).toEqual([]);
    },
  );

  test('every route’s answer has a shape', () => {
    for (const { response } of Object.values(api)) expect(() => shapeOf(response)).not.toThrow();
  });
});
