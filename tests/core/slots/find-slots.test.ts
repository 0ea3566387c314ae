import { describe, expect, test } from 'vitest';
import { Refusal } from '#core/refusal.ts';
import type { SeriesPlan } from '#core/series/series.ts';
import { checkPlan, findSlots, freeTimesOn } from '#core/slots/find-slots.ts';
import type { Availability, BusyStatus, BusyTime, SlotOffer, SlotRequest, WorkingHours } from '#core/slots/slot.ts';
import { addDays, addMinutes, instantOf, weekdayOf } from '#core/time.ts';
import { isInHours } from '#tests/core/slots/brute-force.ts';

const office: WorkingHours = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone: 'Europe/London' };

function busy(
  date: string,
  from: string,
  to: string,
  status: BusyStatus = 'busy',
  label: string | null = null,
): BusyTime {
  const end = to === '24:00' ? instantOf(addDays(date, 1), '00:00', office.zone) : instantOf(date, to, office.zone);
  return { start: instantOf(date, from, office.zone), end, status, label };
}

function calendar(personId: string, times: readonly BusyTime[] = [], workingHours = office): Availability {
  return { personId, workingHours, busy: times };
}

function request(people: readonly Availability[], changes: Partial<SlotRequest> = {}): SlotRequest {
  return {
    people,
    rhythm: { kind: 'weekly', every: 2 },
    minutes: 30,
    zone: 'Europe/London',
    from: '2026-11-30',
    weeks: 26,
    notBefore: '2026-11-26T09:40:00.000Z',
    holidays: {},
    stepMinutes: 30,
    most: 5,
    ...changes,
  };
}

const times = ({ plan }: SlotOffer): [number, string, string] => [
  weekdayOf(plan.startDate),
  plan.startTime,
  plan.startDate,
];

describe('recurring times both can make', () => {
  test('with empty calendars differ in weekday, at good hours, soon', () => {
    const offers = findSlots(request([calendar('p'), calendar('y')]));
    expect(offers.map(times)).toEqual([
      [1, '10:00', '2026-11-30'],
      [2, '10:00', '2026-12-01'],
      [3, '10:00', '2026-12-02'],
      [4, '10:00', '2026-12-03'],
      [5, '10:00', '2026-12-04'],
    ]);
    expect(
      offers.map(({ freeCount, longestGapDays, occurrences }) => [freeCount, longestGapDays, occurrences.length]),
    ).toEqual(Array(5).fill([13, 14, 13]));
  });

  test('stay inside the hours of both, each by their own clock', () => {
    const kolkata = calendar('k', [], { days: [1, 2, 3, 4], start: '10:00', end: '18:30', zone: 'Asia/Kolkata' });
    const offers = findSlots(request([calendar('p'), kolkata], { most: 100 }));
    const all = offers.flatMap(({ occurrences }) => occurrences);
    expect(offers.length).toBeGreaterThan(0);
    expect(offers.every(({ plan }) => plan.startTime >= '09:00' && plan.startTime <= '12:30')).toBe(true);
    expect(all.every((one) => isInHours(kolkata, one))).toBe(true);
  });

  test('are none where people share no hours', () => {
    const nights = calendar('n', [], { ...office, start: '18:00', end: '22:00' });
    expect(findSlots(request([calendar('p'), nights]))).toEqual([]);
  });

  test('name whose leave is in the way and go to the next free time', () => {
    const leave = {
      start: '2026-12-21T00:00:00.000Z',
      end: '2027-01-02T00:00:00.000Z',
      status: 'away',
      label: 'Leave',
    } as const;
    const boxing = { '2026-12-28': 'Boxing Day, substitute day' };
    const wanted: SeriesPlan = {
      pattern: { kind: 'weekly', every: 2, weekday: 2 },
      zone: 'Europe/London',
      startDate: '2026-12-01',
      startTime: '10:00',
      minutes: 30,
      untilDate: '2027-05-30',
    };
    const offer = checkPlan(request([calendar('p', [leave]), calendar('y')], { holidays: boxing }), wanted);
    expect(offer.freeCount).toBe(12);
    expect(offer.longestGapDays).toBe(20);
    expect(offer.occurrences[2]).toEqual({
      originalDate: '2026-12-29',
      start: '2026-12-29T10:00:00.000Z',
      end: '2026-12-29T10:30:00.000Z',
      clashes: [{ personId: 'p', kind: 'away', label: 'Leave' }],
      alternative: { start: '2027-01-04T10:00:00.000Z', end: '2027-01-04T10:30:00.000Z' },
    });
  });

  test('prefer the same day at another hour to another day, and never one taken half', () => {
    const taken = [
      busy('2026-12-01', '10:00', '10:30', 'busy', 'Panel'),
      busy('2026-12-01', '10:30', '11:30', 'tentative'),
    ];
    const plan: SeriesPlan = {
      pattern: { kind: 'weekly', every: 1, weekday: 2 },
      zone: 'Europe/London',
      startDate: '2026-12-01',
      startTime: '10:00',
      minutes: 30,
      untilDate: '2026-12-06',
    };
    const moved = checkPlan(request([calendar('p', taken)], { weeks: 1 }), plan).occurrences[0];
    expect(moved?.alternative?.start).toBe('2026-12-01T09:30:00.000Z');
  });

  test.each<[string, BusyTime[], number]>([
    ['what takes no time', [busy('2026-12-01', '10:15', '10:15')], 1],
    ['what ends as it starts', [busy('2026-12-01', '09:00', '10:00')], 1],
    ['what starts as it ends', [busy('2026-12-01', '10:30', '11:00')], 1],
    ['what only touches it', [busy('2026-12-01', '10:25', '11:00')], 0],
    ['what lies inside it', [busy('2026-12-01', '10:10', '10:20')], 0],
    [
      'a whole day that holds a short meeting',
      [busy('2026-12-01', '00:00', '24:00'), busy('2026-12-01', '09:00', '09:30')],
      0,
    ],
    [
      'a long meeting begun the day before',
      [
        busy('2026-11-30', '16:00', '24:00'),
        { ...busy('2026-11-30', '23:00', '24:00'), end: '2026-12-01T10:10:00.000Z' },
      ],
      0,
    ],
  ])('see %s rightly', (_, taken, freeCount) => {
    const plan: SeriesPlan = {
      pattern: { kind: 'weekly', every: 1, weekday: 2 },
      zone: 'Europe/London',
      startDate: '2026-12-01',
      startTime: '10:00',
      minutes: 30,
      untilDate: '2026-12-06',
    };
    const asked = request([calendar('p', taken)], { weeks: 1, rhythm: { kind: 'weekly', every: 1 }, most: 100 });
    expect(checkPlan(asked, plan).freeCount).toBe(freeCount);
    expect(freeTimesOn(asked, '2026-12-01').some(({ start }) => start === '2026-12-01T10:00:00.000Z')).toBe(
      freeCount === 1,
    );
  });

  test('name a holiday alone, whatever else stands on it', () => {
    const plan: SeriesPlan = {
      pattern: { kind: 'weekly', every: 2, weekday: 5 },
      zone: 'Europe/London',
      startDate: '2026-12-11',
      startTime: '10:00',
      minutes: 30,
      untilDate: '2026-12-31',
    };
    const off = busy('2026-12-25', '00:00', '24:00', 'away', 'Christmas Day');
    const christmas = { '2026-12-25': 'Christmas Day' };
    const offer = checkPlan(request([calendar('p', [off])], { holidays: christmas }), plan);
    expect(offer.occurrences[1]).toMatchObject({
      clashes: [{ personId: null, kind: 'holiday', label: 'Christmas Day' }],
      alternative: { start: '2026-12-24T10:00:00.000Z' },
    });
  });

  test('begin on the hour or half hour where a quarter is no better', () => {
    const mornings = Array.from({ length: 182 }, (_, day) => busy(addDays('2026-11-30', day), '09:00', '10:15'));
    const [offer] = findSlots(request([calendar('p', mornings)], { stepMinutes: 15, most: 1 }));
    expect(offer?.plan.startTime).toBe('10:30');
  });

  test.each([
    ['half past one', 'noon', ['13:30', '12:00']],
    ['three', 'nine', ['15:00', '09:00']],
  ])('would rather be at %s than at %s', (_, __, [good, poor]) => {
    const free = [good, poor].map((time) => [
      time ?? '',
      addMinutes(`2026-11-30T${time ?? ''}:00.000Z`, 30).slice(11, 16),
    ]);
    const edges = ['00:00', ...free.sort().flat(), '24:00'];
    const daily = Array.from({ length: 7 }, (___, day) => addDays('2026-11-30', day)).flatMap((date) =>
      [0, 2, 4].map((edge) => busy(date, edges[edge] ?? '', edges[edge + 1] ?? '')),
    );
    const asked = request([calendar('p', daily)], { weeks: 1, rhythm: { kind: 'weekly', every: 1 }, most: 1 });
    expect(findSlots(asked).map(({ plan }) => plan.startTime)).toEqual([good]);
  });

  test('would rather be tomorrow morning than late today', () => {
    const days = [
      busy('2026-11-30', '00:00', '16:30'),
      busy('2026-12-01', '00:00', '10:00'),
      busy('2026-12-01', '10:30', '24:00'),
      ...['2026-12-02', '2026-12-03', '2026-12-04'].map((date) => busy(date, '00:00', '24:00')),
    ];
    const asked = request([calendar('p', days)], { weeks: 1, rhythm: { kind: 'weekly', every: 1 }, most: 1 });
    expect(findSlots(asked).map(times)).toEqual([[2, '10:00', '2026-12-01']]);
  });

  test('never move two meetings to one day', () => {
    const allBut = (date: string): boolean => date !== '2026-12-07';
    const taken = Array.from({ length: 14 }, (_, day) => addDays('2026-11-30', day))
      .filter(allBut)
      .map((date) => busy(date, '00:00', '24:00'));
    const plan: SeriesPlan = {
      pattern: { kind: 'weekly', every: 1, weekday: 2 },
      zone: 'Europe/London',
      startDate: '2026-12-01',
      startTime: '10:00',
      minutes: 30,
      untilDate: '2026-12-13',
    };
    const offer = checkPlan(request([calendar('p', taken)], { weeks: 2 }), plan);
    expect(offer.occurrences.map(({ alternative }) => alternative?.start)).toEqual([
      '2026-12-07T10:00:00.000Z',
      undefined,
    ]);
    expect(offer.longestGapDays).toBe(0);
  });

  test('count a tentative clash for half: it ranks between free and taken, and is not free', () => {
    const everyWeek = (status: BusyStatus, weekday: number): BusyTime[] =>
      Array.from({ length: 4 }, (_, week) => busy(addDays('2026-11-30', week * 7 + weekday), '00:00', '24:00', status));
    const mondaysHalf = [
      ...everyWeek('tentative', 0),
      ...everyWeek('busy', 1),
      ...everyWeek('away', 2),
      ...everyWeek('busy', 4),
    ];
    const offers = findSlots(
      request([calendar('p', mondaysHalf)], { weeks: 4, rhythm: { kind: 'weekly', every: 1 }, most: 3 }),
    );
    expect(offers.map(({ plan, freeCount }) => [weekdayOf(plan.startDate), freeCount])).toEqual([
      [4, 4],
      [4, 4],
      [1, 0],
    ]);
  });

  test('take the week whose phase suits: every second Tuesday may be the other one', () => {
    const odd = Array.from({ length: 13 }, (_, count) => busy(addDays('2026-12-01', count * 14), '00:00', '24:00'));
    const never = [1, 3, 4, 5].flatMap((weekday) =>
      Array.from({ length: 26 }, (_, week) => busy(addDays('2026-11-30', week * 7 + weekday - 1), '00:00', '24:00')),
    );
    const [offer] = findSlots(request([calendar('p', [...odd, ...never])]));
    expect(offer?.plan).toMatchObject({ startDate: '2026-12-08', startTime: '10:00' });
    expect(offer?.freeCount).toBe(13);
  });

  test('are offered monthly by the weekday of the month', () => {
    const offers = findSlots(request([calendar('p')], { rhythm: { kind: 'monthly', every: 1 } }));
    expect(offers).toHaveLength(5);
    expect(offers[0]?.pattern).toEqual({ kind: 'monthly', every: 1, weekday: 1, week: 'last' });
    expect(offers[0]?.occurrences[0]?.originalDate).toBe('2026-11-30');
    expect(offers.every(({ occurrences }) => occurrences.length >= 6)).toBe(true);
  });

  test('begin no earlier than asked', () => {
    const offers = findSlots(
      request([calendar('p')], { from: '2026-11-26', notBefore: '2026-11-26T12:00:00.000Z', most: 400 }),
    );
    const first = offers.map(({ occurrences }) => occurrences[0]?.start ?? '').sort()[0];
    expect(first).toBe('2026-11-26T12:00:00.000Z');
  });

  test('keep within two a weekday, two hours apart, as long as there is choice', () => {
    const offers = findSlots(request([calendar('p')], { most: 10 }));
    const byDay = new Map<number, number[]>();
    for (const { plan } of offers) {
      const minutes = Number(plan.startTime.slice(0, 2)) * 60 + Number(plan.startTime.slice(3));
      const weekday = weekdayOf(plan.startDate);
      byDay.set(weekday, [...(byDay.get(weekday) ?? []), minutes]);
    }
    expect(byDay.size).toBe(5);
    for (const [one, other] of byDay.values()) expect(Math.abs((one ?? 0) - (other ?? 0))).toBeGreaterThanOrEqual(120);
    expect(findSlots(request([calendar('p')], { most: 40 }))).toHaveLength(40);
  });
});

describe('one given plan', () => {
  const plan: SeriesPlan = {
    pattern: { kind: 'weekly', every: 2, weekday: 2 },
    zone: 'Europe/London',
    startDate: '2026-12-01',
    startTime: '10:10',
    minutes: 25,
    untilDate: '2027-01-31',
  };
  const code = (given: SeriesPlan): string => {
    try {
      checkPlan(request([calendar('p')]), given);
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
    return 'fine';
  };

  test.each<[string, Partial<SeriesPlan>]>([
    ['fine', {}],
    ['slot-outside-hours', { startTime: '16:50' }],
    ['slot-outside-hours', { pattern: { kind: 'weekly', every: 2, weekday: 6 } }],
    ['slot-in-past', { startDate: '2026-11-24' }],
  ])('is %s with %j', (expected, changes) => {
    expect(code({ ...plan, ...changes })).toBe(expected);
  });
});

test('the free times of a day leave out what anybody has then', () => {
  const people = [
    calendar('p', [busy('2026-12-01', '09:00', '12:00')]),
    calendar('y', [busy('2026-12-01', '12:30', '16:30')]),
  ];
  expect(freeTimesOn(request(people), '2026-12-01')).toEqual([
    { start: '2026-12-01T12:00:00.000Z', end: '2026-12-01T12:30:00.000Z' },
    { start: '2026-12-01T16:30:00.000Z', end: '2026-12-01T17:00:00.000Z' },
  ]);
  expect(freeTimesOn(request(people), '2026-12-05')).toEqual([]);
});

test.each([
  ['Europe/London', '2027-03-28'],
  ['Europe/London', '2026-10-25'],
  ['Australia/Adelaide', '2027-04-04'],
  ['Australia/Adelaide', '2026-10-04'],
  ['Asia/Kolkata', '2027-03-28'],
])('[C2] in %s the times of %s, on which clocks change, are those of the wall clock', (zone, date) => {
  const hours: WorkingHours = { ...office, days: [7], start: '09:00', end: '12:00', zone };
  const taken = { start: instantOf(date, '10:00', zone), end: instantOf(date, '11:00', zone) };
  const people = [calendar('p', [{ ...taken, status: 'busy', label: null }], hours)];
  const asked = request(people, { zone, from: date, notBefore: '2026-01-01T00:00:00.000Z' });
  const at = (time: string) => instantOf(date, time, zone);
  expect(freeTimesOn(asked, date).map(({ start }) => start)).toEqual(['09:00', '09:30', '11:00', '11:30'].map(at));
});
