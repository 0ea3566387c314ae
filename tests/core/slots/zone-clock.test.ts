import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zoneClock } from '#core/slots/zone-clock.ts';
import {
  addDays,
  dateFromDayNumber,
  dayNumber,
  instantOf,
  localTimeOf,
  millisecondsOf,
  timeFromMinuteOfDay,
} from '#core/time.ts';

const zones = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Auckland', 'UTC'];
const dayMilliseconds = 86_400_000;

test('a zone clock agrees with the time zone data at every wall time, those skipped and those shown twice too', () => {
  const firsts = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2030-12-31') });
  fc.assert(
    fc.property(firsts, fc.constantFrom(...zones), fc.integer({ min: 0, max: 47 }), (number, zone, half) => {
      const first = dateFromDayNumber(number);
      const clock = zoneClock(zone, first, addDays(first, 200));
      for (let day = 0; day <= 200; day += 7) {
        const wall = (number + day) * dayMilliseconds + half * 1_800_000;
        const moment = clock.momentOf(wall);
        expect(moment).toBe(millisecondsOf(instantOf(addDays(first, day), timeFromMinuteOfDay(half * 30), zone)));
      }
    }),
  );
});

test.each([
  ['Europe/London', '2027-03-28', '01:30', '02:30'],
  ['Europe/London', '2026-10-25', '01:30', '01:30'],
  ['America/New_York', '2027-03-14', '02:30', '03:30'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '02:45'],
])('in %s on %s, %s is shown as %s', (zone, date, time, shown) => {
  const clock = zoneClock(zone, addDays(date, -30), addDays(date, 30));
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const moment = clock.momentOf(dayNumber(date) * dayMilliseconds + minutes * 60_000);
  expect(moment).toBe(millisecondsOf(instantOf(date, time, zone)));
  expect(timeFromMinuteOfDay((clock.wallOf(moment) % dayMilliseconds) / 60_000)).toBe(shown);
  expect(localTimeOf(instantOf(date, time, zone), zone)).toBe(shown);
});
