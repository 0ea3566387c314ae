import { describe, expect, test } from 'vitest';
import { keepsCadence } from '#core/cadence/keeps-cadence.ts';
import { termsAhead } from '#core/cadence/terms-ahead.ts';
import { askedBy, cadenceFor } from '#core/policy/resolve.ts';
import { checkPlan, findSlots } from '#core/slots/find-slots.ts';
import { rhythmOf } from '#core/slots/rhythm.ts';
import type { Availability, BusyTime, SlotOffer, SlotRequest, WorkingHours } from '#core/slots/slot.ts';
import { addDays, addMonths, daysBetween, instantOf, localDateOf, weekdayOf } from '#core/time.ts';
import { pack, pair, person } from '#tests/core/builders.ts';

const office: WorkingHours = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone: 'Europe/London' };
const from = '2026-11-30';

function wholeDay(date: string, status: BusyTime['status'] = 'away', label: string | null = null): BusyTime {
  const [start, end] = [date, addDays(date, 1)].map((day) => instantOf(day, '00:00', office.zone));
  return { start: start ?? '', end: end ?? '', status, label };
}

function calendar(personId: string, busy: readonly BusyTime[] = []): Availability {
  return { personId, workingHours: office, busy };
}

function request(changes: Partial<SlotRequest>): SlotRequest {
  return {
    people: [calendar('p'), calendar('y')],
    rhythm: { kind: 'weekly', every: 2 },
    minutes: 45,
    zone: office.zone,
    from,
    weeks: 52,
    notBefore: `${from}T00:00:00.000Z`,
    holidays: {},
    stepMinutes: 30,
    most: 5,
    ...changes,
  };
}

/** The days on which meetings stand once every clash is moved, and those that cannot move left out. */
function held({ occurrences, plan }: SlotOffer): string[] {
  return occurrences.flatMap(({ start, clashes, alternative }) => {
    if (clashes.length > 0 && alternative === null) return [];
    return [localDateOf(clashes.length > 0 ? (alternative?.start ?? start) : start, plan.zone)];
  });
}

const gaps = (days: readonly string[]): number[] =>
  days.slice(1).map((day, index) => daysBetween(days[index] ?? '', day));

describe('a window of four to six weeks', () => {
  const rhythm = { kind: 'window', from: 4, to: 6 } as const;

  test('[ESS-1] is what the policy’s own words become', () => {
    const asked = askedBy(cadenceFor(pack('ess'), person(), pair(), '2026-11-26'));
    expect(asked && rhythmOf(asked.cadence)).toEqual(rhythm);
  });

  test('[ESS-1] is met by the step that suits best: the middle one where all do, another where that clashes less', () => {
    expect(findSlots(request({ rhythm }))[0]?.pattern).toMatchObject({ kind: 'weekly', every: 5 });
    // Whatever is not a sixth Tuesday from the first is taken.
    const sixth = new Set(Array.from({ length: 9 }, (_, count) => addDays('2026-12-01', count * 42)));
    const taken = Array.from({ length: 364 }, (_, day) => addDays(from, day))
      .filter((day) => !sixth.has(day))
      .map((day) => wholeDay(day, 'busy'));
    const [best] = findSlots(request({ rhythm, people: [calendar('p', taken)] }));
    expect(best?.plan).toMatchObject({ pattern: { every: 6, weekday: 2 }, startDate: '2026-12-01' });
    expect(best?.freeCount).toBe(best?.occurrences.length);
  });

  test('[ESS-1] has meetings that clash move within the window', () => {
    // Never on a Tuesday, and the first week not on its Monday either: so the first moves a day on, and the others must not move back.
    const away = Array.from({ length: 52 }, (_, week) => addDays('2026-12-01', week * 7))
      .concat('2026-11-30')
      .map((day) => wholeDay(day));
    const plan = { pattern: { kind: 'weekly', every: 4, weekday: 2 }, startTime: '10:00' } as const;
    const days = { startDate: '2026-12-01', untilDate: '2027-11-28', zone: office.zone, minutes: 45 };
    const offer = checkPlan(request({ rhythm, people: [calendar('p', away)] }), { ...plan, ...days });
    expect(offer.freeCount).toBe(0);
    expect(gaps(held(offer)).every((gap) => gap >= 28 && gap <= 42)).toBe(true);
  });
});

describe('seldom, as two agreed', () => {
  test.each([13, 20, 26])('[OD3a-10] [FORM-1] every %i weeks, exactly', (every) => {
    const [offer] = findSlots(request({ rhythm: { kind: 'weekly', every } }));
    expect(offer?.plan.pattern).toMatchObject({ kind: 'weekly', every });
    const days = offer === undefined ? [] : held(offer);
    expect(days.length).toBeGreaterThan(1);
    expect(new Set(gaps(days))).toEqual(new Set([every * 7]));
  });

  test('once a year, where that is all that is asked', () => {
    expect(rhythmOf({ kind: 'interval', every: { months: 12 } })).toEqual({ kind: 'weekly', every: 52 });
    expect(findSlots(request({ rhythm: { kind: 'weekly', every: 52 } })).length).toBeGreaterThan(0);
  });
});

describe('once a term', () => {
  const { cadence } = askedBy(cadenceFor(pack('form'), person({ contract: 'part-time' }), pair(), '2026-11-26')) ?? {
    cadence: null,
  };
  const terms = termsAhead(cadence, [], from, addDays(from, 363));
  const inTerm = (day: string, index: number): boolean =>
    day >= (terms[index]?.from ?? '') && day <= (terms[index]?.to ?? '');

  test('[FORM-1] is one real series that puts a meeting into every term of the year', () => {
    expect(cadence && rhythmOf(cadence)).toEqual({ kind: 'term' });
    expect(terms.map(({ title }) => title)).toEqual([
      'Autumn term 2026',
      'Spring term 2027',
      'Summer term 2027',
      'Autumn term 2027',
    ]);
    const offers = findSlots(request({ rhythm: { kind: 'term' }, terms }));
    expect(offers).toHaveLength(5);
    for (const offer of offers) {
      expect(offer.pattern.kind).toBe('weekly');
      const days = held(offer);
      terms.forEach((_, index) => {
        expect(days.some((day) => inTerm(day, index))).toBe(true);
      });
      expect(cadence && keepsCadence(cadence, days)).toBe(true);
    }
  });

  test('[FORM-1] a meeting that clashes moves anywhere in its term, and never out of it', () => {
    // Of the spring only its last day is free.
    const spring = Array.from({ length: 80 }, (_, day) => addDays('2027-01-04', day)).map((day) => wholeDay(day));
    const [best] = findSlots(request({ rhythm: { kind: 'term' }, terms, people: [calendar('p', spring)] }));
    const days = best === undefined ? [] : held(best);
    expect(days.filter((day) => inTerm(day, 1))).toEqual(['2027-03-25']);
  });

  test('[FORM-1] where no step meets every term, a meeting moves into the one it is for', () => {
    const short = [
      { title: 'A', from: '2026-12-01', to: '2026-12-04' },
      { title: 'B', from: '2027-01-25', to: '2027-01-29' },
      { title: 'C', from: '2027-06-01', to: '2027-06-04' },
    ];
    const [best] = findSlots(request({ rhythm: { kind: 'term' }, terms: short }));
    const days = best === undefined ? [] : held(best);
    for (const term of short) expect(days.some((day) => day >= term.from && day <= term.to)).toBe(true);
    expect(days.every((day) => short.some((term) => day >= term.from && day <= term.to))).toBe(true);
  });

  test('a term in which they met wants no other, and no term at all gives no time', () => {
    expect(termsAhead(cadence, ['2026-10-01'], from, '2027-04-30')).toHaveLength(2);
    expect(findSlots(request({ rhythm: { kind: 'term' }, terms: [] }))).toEqual([]);
  });
});

describe('four in any twelve months', () => {
  const asked = askedBy(cadenceFor(pack('od3a'), person(), pair(), '2026-11-26'));

  test('[OD3a-1] is booked so that every twelve months hold four, by weeks or by months', () => {
    if (asked === null) throw new Error('The policy asks for nothing');
    const rhythm = rhythmOf(asked.cadence);
    expect(rhythm).toEqual({ kind: 'rolling', count: 4, months: 12 });
    const offers = findSlots(request({ rhythm, weeks: 104, most: 400 }));
    expect(new Set(offers.map(({ pattern }) => pattern.kind))).toEqual(new Set(['weekly', 'monthly']));
    for (const offer of offers) {
      const days = held(offer);
      days.forEach((day, index) => {
        const fourth = days[index + 4];
        if (fourth !== undefined) expect(fourth <= addMonths(day, 12)).toBe(true);
      });
      expect(keepsCadence(asked.cadence, days)).toBe(true);
    }
  });

  test('[OUT-1] more often under extra support is booked by what the two arranged', () => {
    const extraSupport = {
      since: '2026-11-01',
      every: { weeks: 1 },
      kind: 'support' as const,
      reasons: [],
      reason: 'New tasks',
    };
    const out = askedBy(cadenceFor(pack('out'), person(), pair({ extraSupport }), '2026-11-26'));
    expect(out && rhythmOf(out.cadence)).toEqual({ kind: 'weekly', every: 1 });
  });
});

describe('on a date of the month', () => {
  const rhythm = { kind: 'dated', every: 1 } as const;

  test('[FORM-1] a date on a weekend or a bank holiday moves to a day both work, and the series stays on its date', () => {
    const holidays = { '2026-12-25': 'Christmas Day', '2026-12-28': 'Boxing Day' };
    const plan = { pattern: { kind: 'dated', every: 1, day: 25 }, startTime: '10:00', zone: office.zone } as const;
    const days = { startDate: '2026-11-30', untilDate: '2027-05-30', minutes: 45 };
    const settled = new Set(['2027-04-25']);
    const offer = checkPlan(request({ rhythm, holidays }), { ...plan, ...days }, settled);
    const kinds = offer.occurrences.map(({ originalDate, clashes }) => [originalDate, clashes[0]?.kind]);
    expect(kinds).toContainEqual(['2026-12-25', 'holiday']);
    expect(kinds).toContainEqual(['2027-04-25', 'off']);
    expect(held(offer)).toContain('2027-04-26');
    expect(held(offer).every((day) => weekdayOf(day) <= 5)).toBe(true);
  });

  test('the 31st is the last day of a shorter month, and dates that rarely fall on weekends come first', () => {
    const offers = findSlots(request({ rhythm, weeks: 26, most: 2000 }));
    const last = offers.find(({ pattern }) => pattern.kind === 'dated' && pattern.day === 31);
    expect(last?.occurrences.map(({ originalDate }) => originalDate)).toContain('2027-02-28');
    const moved = offers.map(({ occurrences }) => occurrences.filter(({ clashes }) => clashes.length > 0).length);
    expect(moved[0]).toBe(Math.min(...moved));
    expect(
      offers.every(({ occurrences }) => occurrences.every((one) => one.clashes.length === 0 || one.alternative)),
    ).toBe(true);
  });

  test('a date that hardly ever is a working day for both is not offered', () => {
    const mondays = { ...calendar('y'), workingHours: { ...office, days: [1] as const } };
    expect(findSlots(request({ rhythm, people: [calendar('p'), mondays] }))).toEqual([]);
  });
});

describe('times that are kept apart', () => {
  const review = { start: '2026-12-15T10:00:00.000Z', end: '2026-12-15T11:00:00.000Z', label: 'Performance review' };
  const plan = { pattern: { kind: 'weekly', every: 2, weekday: 2 }, startTime: '10:30', zone: office.zone } as const;

  test('[OUT-11] a one-to-one never stands in the time of a review, though no calendar shows it yet', () => {
    const days = { startDate: '2026-12-01', untilDate: '2027-01-31', minutes: 30 };
    const offer = checkPlan(request({ apart: [review] }), { ...plan, ...days });
    const clash = offer.occurrences[1];
    expect(clash?.clashes).toEqual([{ personId: null, kind: 'apart', label: 'Performance review' }]);
    expect((clash?.alternative?.start ?? '') >= review.end || (clash?.alternative?.end ?? 'x') <= review.start).toBe(
      true,
    );
    for (const { occurrences } of findSlots(request({ apart: [review], minutes: 30, most: 400 }))) {
      const clear = occurrences.filter(({ clashes }) => clashes.length === 0);
      expect(clear.some(({ start, end }) => start < review.end && end > review.start)).toBe(false);
    }
  });
});

describe('the day by which the first meeting is asked for', () => {
  // Everything before Thursday of the second week clashes once.
  const early = Array.from({ length: 10 }, (_, day) => addDays(from, day)).map((day) => wholeDay(day, 'tentative'));
  const people = [calendar('p', early)];

  test('[OUT-1] puts a time that begins by then among the offers, where the best begin later', () => {
    const without = findSlots(request({ people, most: 3 }));
    expect(without.every(({ plan }) => plan.startDate > '2026-12-04')).toBe(true);
    const offers = findSlots(request({ people, most: 3, firstBy: '2026-12-04' }));
    expect(offers).toHaveLength(3);
    expect(offers[0]?.plan).toEqual(without[0]?.plan);
    expect((offers[2]?.plan.startDate ?? '') <= '2026-12-04').toBe(true);
  });

  test('changes nothing where no time begins by then', () => {
    const offers = findSlots(request({ people, most: 3, firstBy: '2026-11-01' }));
    expect(offers).toEqual(findSlots(request({ people, most: 3 })));
  });
});

test('[OD3a-18] a time for three is one that all three can make', () => {
  const days = Array.from({ length: 364 }, (_, day) => addDays(from, day));
  const only = (weekdays: readonly number[]): BusyTime[] =>
    days.filter((day) => !weekdays.includes(weekdayOf(day))).map((day) => wholeDay(day, 'busy'));
  const people = [calendar('p', only([1, 2, 3])), calendar('y', only([2, 3, 4])), calendar('s', only([3, 4, 5]))];
  const [best] = findSlots(request({ people }));
  expect(best?.pattern).toMatchObject({ weekday: 3 });
  expect(best?.freeCount).toBe(best?.occurrences.length);
  expect(findSlots(request({ people: people.slice(0, 2), most: 1 }))[0]?.pattern).toMatchObject({ weekday: 2 });
});
