import { expect, it } from 'vitest';
import { zoneAfter, type ClockSource, type KnownZone } from '#core/people/mailbox-clock.ts';

const unread: KnownZone = { zone: 'Europe/London', said: {} };
const say = (known: KnownZone, source: ClockSource, zone: string): KnownZone => zoneAfter(known, { source, zone });

it('a zone that was not read changes nothing', () => {
  expect(zoneAfter(unread, null)).toBe(unread);
});

it('what is read for the first time is taken, and the same again is nothing new', () => {
  const read = say(unread, 'schedule', 'Asia/Tokyo');
  expect(read).toEqual({ zone: 'Asia/Tokyo', said: { schedule: 'Asia/Tokyo' } });
  expect(say(read, 'schedule', 'Asia/Tokyo')).toBe(read);
});

it('somebody’s own settings go before what their schedule shows others, whichever was read first', () => {
  const settingsFirst = say(say(unread, 'settings', 'Europe/Paris'), 'schedule', 'Asia/Tokyo');
  const scheduleFirst = say(say(unread, 'schedule', 'Asia/Tokyo'), 'settings', 'Europe/Paris');
  expect([settingsFirst.zone, scheduleFirst.zone]).toEqual(['Europe/Paris', 'Europe/Paris']);
  expect(settingsFirst.said).toEqual(scheduleFirst.said);
});

it('two sources that differ do not take turns: what one of them says anew counts until one says something else', () => {
  const apart = say(say(unread, 'settings', 'Europe/Paris'), 'schedule', 'Asia/Tokyo');
  expect(say(say(apart, 'schedule', 'Asia/Tokyo'), 'settings', 'Europe/Paris').zone).toBe('Europe/Paris');
  const moved = say(apart, 'schedule', 'America/New_York');
  expect(moved.zone).toBe('America/New_York');
  expect(say(moved, 'settings', 'Europe/Paris').zone).toBe('America/New_York');
  expect(say(moved, 'settings', 'America/New_York').zone).toBe('America/New_York');
});
