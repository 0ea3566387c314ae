import { describe, expect, it } from 'vitest';
import { ruleOf } from '#core/following/base.ts';
import type { OutlookRule } from '#core/following/outlook.ts';
import { ruleNews, sameDays, sameRule } from '#core/following/rule-changes.ts';
import { plan } from './outlook-builders.ts';

const rule = ruleOf(plan);
const monthly: OutlookRule = { ...rule, pattern: { kind: 'monthly', every: 1, weekday: 2, week: 'last' } };
const dated: OutlookRule = { ...rule, pattern: { kind: 'dated', every: 1, day: 24 } };
const fortnightly: OutlookRule = { ...rule, pattern: { kind: 'weekly', every: 2, weekday: 2 } };
const daily: OutlookRule = { ...rule, pattern: null, wording: 'daily' };

describe('two rules of a series', () => {
  it.each<[string, OutlookRule, OutlookRule, boolean]>([
    ['a later beginning', rule, { ...rule, startDate: '2026-12-08' }, true],
    ['a week later, every fortnight', fortnightly, { ...fortnightly, startDate: '2026-12-01' }, false],
    ['two weeks later, every fortnight', fortnightly, { ...fortnightly, startDate: '2026-12-08' }, true],
    ['a month later, every month', monthly, { ...monthly, startDate: '2026-12-29' }, true],
    [
      'another week of the month',
      monthly,
      { ...rule, pattern: { kind: 'monthly', every: 1, weekday: 2, week: 'first' } },
      false,
    ],
    ['another date of the month', dated, { ...rule, pattern: { kind: 'dated', every: 1, day: 25 } }, false],
    ['a date instead of a weekday', monthly, dated, false],
    ['another rule Outlook alone makes', daily, { ...daily, wording: 'every weekday' }, false],
    ['the same rule Outlook alone makes', daily, { ...daily }, true],
  ])('give the same days or not: %s', (_what, one, other, same) => {
    expect(sameDays(one, other)).toBe(same);
  });

  it('are one where only the name of the zone differs, and not where the clock does', () => {
    expect(sameRule(rule, { ...rule, zone: 'Europe/Guernsey' })).toBe(true);
    expect(sameRule(rule, { ...rule, zone: 'Europe/Lisbon' })).toBe(true);
    expect(sameRule(rule, { ...rule, zone: 'Africa/Abidjan' })).toBe(false);
  });

  it('say what changed, the most important first', () => {
    expect(ruleNews(rule, { ...rule, startTime: '11:00', untilDate: '2026-12-08' })).toEqual([
      'series-moved',
      'series-cut-short',
    ]);
    expect(ruleNews(rule, { ...fortnightly, untilDate: null })).toEqual(['rule-changed', 'series-extended']);
    expect(ruleNews({ ...rule, untilDate: null }, rule)).toEqual(['series-cut-short']);
    expect(ruleNews(rule, { ...rule, startDate: '2026-12-01' })).toEqual([]);
  });
});
