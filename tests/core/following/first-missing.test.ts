import { describe, expect, it } from 'vitest';
import { firstMissing, ruleOf, unanswered, type SeriesBase } from '#core/following/base.ts';
import { addMinutes } from '#core/time.ts';
import { now, plan } from './outlook-builders.ts';

describe('a mailbox that answers as missing', () => {
  const base: SeriesBase = { rule: ruleOf(plan), invited: unanswered };

  it('[C2] is remembered as missing at first, and is gone where it still is at a later look', () => {
    const first = firstMissing(base, now);
    expect(first).toEqual({ ...base, missingSince: now });
    expect(firstMissing(first ?? base, addMinutes(now, 4))).toEqual(first);
    expect(firstMissing(first ?? base, addMinutes(now, 5))).toBeNull();
  });
});
