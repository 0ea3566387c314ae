import { describe, expect, it } from 'vitest';
import { ruleOf } from '#core/following/base.ts';
import { zoneNews, type ZoneReading } from '#core/following/zone-news.ts';
import { isInHours, usualHours } from '#core/slots/working-hours.ts';
import { days, meetingOn, now, plan, series } from './outlook-builders.ts';

const home = { supervisor: 'Europe/London', employee: 'Europe/London' };
const next = meetingOn(days[0]);
const reading: ZoneReading = {
  series,
  meetings: [meetingOn('2026-11-24', { state: 'closed' }), next],
  clocks: {},
  now,
};

describe('somebody’s calendar in another zone', () => {
  it('[OUT-3] is told with where the series stays, and that it lies outside the hours they work', () => {
    const [told, ...others] = zoneNews(home, { ...home, employee: 'America/New_York' }, reading);
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      ...{ kind: 'mailbox-zone-changed', by: 'attendee', meetingId: null, rule: ruleOf(plan) },
      from: { start: next.start, end: next.end },
      zones: { from: 'Europe/London', to: 'America/New_York', isOutside: true },
    });
  });

  it('goes by the hours their mailbox says, where that was read', () => {
    const zone = 'America/New_York';
    const hours = { days: [2], start: '04:30', end: '12:00', zone } as const;
    const clocks = { supervisor: { source: 'settings', zone, hours } } as const;
    const found = zoneNews(home, { ...home, supervisor: zone }, { ...reading, clocks });
    expect(found).toMatchObject([{ by: 'organiser', zones: { isOutside: false } }]);
  });

  it('is told of each of the two', () => {
    const both = { supervisor: 'Asia/Tokyo', employee: 'Europe/Paris' };
    expect(zoneNews(home, both, reading).map(({ by, zones }) => [by, zones?.isOutside])).toEqual([
      ['organiser', true],
      ['attendee', false],
    ]);
  });

  it('is nothing new under another name of the same clock, and is where the clocks part in summer', () => {
    expect(zoneNews(home, { ...home, employee: 'Europe/Jersey' }, reading)).toEqual([]);
    expect(zoneNews(home, { ...home, employee: 'Africa/Abidjan' }, reading)).toHaveLength(1);
  });

  it.each([
    ['there is none', { series: null }],
    ['it is gone', { series: { ...series, state: 'gone' } }],
    ['nothing of it is to come', { meetings: [] }],
  ] as const)('says nothing of a series where %s', (_, changes) => {
    const found = zoneNews(home, { ...home, employee: 'Asia/Tokyo' }, { ...reading, ...changes });
    expect(found).toMatchObject([{ from: null, rule: null, zones: { isOutside: false } }]);
  });
});

describe('working hours', () => {
  const hours = usualHours('Europe/London');
  it.each([
    ['all of it inside', '2026-12-01T09:00:00.000Z', '2026-12-01T17:00:00.000Z', true],
    ['beginning before', '2026-12-01T08:59:00.000Z', '2026-12-01T09:30:00.000Z', false],
    ['ending after', '2026-12-01T16:45:00.000Z', '2026-12-01T17:15:00.000Z', false],
    ['a Saturday', '2026-12-05T10:00:00.000Z', '2026-12-05T10:30:00.000Z', false],
    ['through the night', '2026-12-01T16:00:00.000Z', '2026-12-02T10:00:00.000Z', false],
  ])('%s', (_, start, end, isInside) => {
    expect(isInHours(hours, { start, end })).toBe(isInside);
  });
});
