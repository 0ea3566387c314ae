import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayMoveByItself, workingDaysBetween } from '#core/rescheduling/by-itself.ts';
import { bestTime } from '#core/rescheduling/best-time.ts';
import { requireDayWithout } from '#core/rescheduling/put-in.ts';
import { betterTimes, type BetterTime, type ComingMeeting, type PairAhead } from '#core/rescheduling/offer.ts';
import type { Availability, BusyStatus, BusyTime } from '#core/slots/slot.ts';
import { addDays, addMinutes, instantOf, localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { meeting } from '#tests/core/builders.ts';
import { codeOf } from '#tests/core/code-of.ts';
import { isInHours } from '#tests/core/slots/brute-force.ts';

const zone = 'Europe/London';
const now = '2026-11-26T09:40:00.000Z';

function at(date: LocalDate, time: string, minutes = 30) {
  const start = instantOf(date, time, zone);
  return { start, end: addMinutes(start, minutes) };
}

function busy(date: LocalDate, time: string, minutes: number, status: BusyStatus = 'busy'): BusyTime {
  return { ...at(date, time, minutes), status, label: null };
}

function coming(id: string, date: LocalDate, time = '10:00'): ComingMeeting {
  const span = at(date, time);
  return { id, ...span, own: [span] };
}

/** Two people whose calendars hold their meetings, and something else. */
function ahead(
  meetings: readonly ComingMeeting[],
  calendars: readonly (readonly BusyTime[])[] = [],
  changes: Partial<PairAhead> = {},
  holidays: Readonly<Record<LocalDate, string>> = {},
): PairAhead {
  const own = meetings.map(({ start, end }): BusyTime => ({ start, end, status: 'busy', label: null }));
  const people = ['priya', 'yusuf'].map((personId, index): Availability => ({
    personId,
    workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone },
    busy: [...own, ...(calendars[index] ?? [])],
  }));
  return {
    request: {
      people,
      rhythm: { kind: 'weekly', every: 1 },
      minutes: 30,
      zone,
      from: '2026-11-26',
      weeks: 8,
      notBefore: now,
      holidays,
      stepMinutes: 15,
      most: 1,
    },
    coming: meetings,
    previousOn: '2026-11-19',
    today: '2026-11-26',
    noticed: '2026-11-26',
    finding: null,
    every: { weeks: 2 },
    ...changes,
  };
}

const finding = (state: 'due' | 'overdue' | 'met' | 'excused', dueOn: LocalDate | null, remaining = 1) => ({
  state,
  dueOn,
  clause: '2.1',
  values: { remaining },
});

describe('a one-to-one that clashes', () => {
  it('is found by leave, a firm appointment or a holiday of either, and never by itself or by something tentative', () => {
    const meeting = coming('m', '2026-12-03');
    const kinds = (time: BusyTime, whose = 1) =>
      betterTimes(ahead([meeting], whose === 0 ? [[time]] : [[], [time]])).map(({ clashes }) => clashes);
    expect(betterTimes(ahead([meeting]))).toEqual([]);
    expect(kinds(busy('2026-12-03', '10:15', 60, 'tentative'))).toEqual([]);
    expect(kinds(busy('2026-12-03', '10:30', 60))).toEqual([]);
    expect(kinds(busy('2026-12-03', '00:00', 1440, 'away'))).toEqual([
      [{ personId: 'yusuf', kind: 'away', label: null }],
    ]);
    expect(kinds(busy('2026-12-03', '10:15', 60), 0)).toEqual([[{ personId: 'priya', kind: 'busy', label: null }]]);
    expect(kinds({ ...busy('2026-12-03', '09:00', 480), isKeptFree: true })).toEqual([]);
    // Something else that stands at the very same time.
    expect(kinds(busy('2026-12-03', '10:00', 30, 'away'))).toHaveLength(1);
    expect(betterTimes(ahead([meeting], [], {}, { '2026-12-03': 'Founders’ day' }))).toMatchObject([
      { clashes: [{ personId: null, kind: 'holiday', label: 'Founders’ day' }] },
    ]);
  });

  it('[OUT-3] [C2] is offered the next day and hour that suit both, near to where it stood', () => {
    const leave = [busy('2026-12-03', '00:00', 2880, 'away')];
    expect(betterTimes(ahead([coming('m', '2026-12-03')], [[], leave]))).toEqual([
      {
        kind: 'clash',
        step: 'move',
        meetingId: 'm',
        ...at('2026-12-03', '10:00'),
        clashes: [{ personId: 'yusuf', kind: 'away', label: null }],
        dueOn: null,
        clause: null,
        isOverdue: false,
        to: at('2026-12-02', '10:00'),
        isInTime: true,
      },
    ]);
    const morning = [busy('2026-12-03', '09:00', 150)];
    expect(betterTimes(ahead([coming('m', '2026-12-03')], [morning]))[0]?.to).toEqual(at('2026-12-03', '11:30'));
  });

  it.each([
    ['OUT-1', '2026-12-03'],
    ['ESS-1', '2026-12-04'],
  ])(
    '[OUT-1] [ESS-1] stays, for %s, within what is asked where it can, and says so where it cannot',
    (_requirement, dueOn) => {
      const from = (day: LocalDate, days: number) => [busy(day, '00:00', 1440 * days, 'away')];
      const found = (leave: BusyTime[]) =>
        betterTimes(ahead([coming('m', '2026-12-03')], [leave], { finding: finding('met', dueOn) }))[0];
      expect(found(from('2026-12-03', 2))).toMatchObject({
        dueOn,
        clause: '2.1',
        isInTime: true,
        to: at('2026-12-02', '10:00'),
      });
      const late = found([...from('2026-11-27', 8)]);
      expect(late).toMatchObject({ isInTime: false, to: at('2026-12-07', '10:00') });
    },
  );

  it('never goes to or past the day of a neighbour, nor where the notice agreed is broken', () => {
    const meetings = [coming('a', '2026-12-01'), coming('b', '2026-12-03'), coming('c', '2026-12-04')];
    const leave = [busy('2026-12-03', '00:00', 1440, 'away')];
    expect(betterTimes(ahead(meetings, [leave])).map(({ meetingId, to }) => [meetingId, to])).toEqual([
      ['b', at('2026-12-02', '10:00')],
    ]);
    expect(betterTimes(ahead(meetings, [leave], { noticed: '2026-12-03' }))[0]?.to).toBeNull();
  });

  it('is offered no time that another one-to-one of either is to have, nor one offered for that', () => {
    const morning = [busy('2026-12-03', '09:00', 150)];
    const one = ahead([coming('m', '2026-12-03')], [morning]);
    const taken = { ...at('2026-12-03', '11:30'), personIds: ['priya', 'mei'] };
    expect(betterTimes(one, [taken])[0]?.to).toEqual(at('2026-12-02', '10:00'));
    expect(betterTimes(one, [{ ...taken, personIds: ['somebody', 'mei'] }])[0]?.to).toEqual(at('2026-12-03', '11:30'));
    // Two of the same pair: the second goes to a day after the first.
    const leave = [busy('2026-12-02', '00:00', 2880, 'away')];
    const both = ahead(
      [coming('a', '2026-12-02'), coming('b', '2026-12-07')],
      [[...leave, busy('2026-12-07', '00:00', 4 * 1440, 'away')]],
      { previousOn: '2026-12-01' },
    );
    const days = betterTimes(both).map(({ to }) => to);
    expect(days).toEqual([at('2026-12-04', '10:00'), at('2026-12-11', '10:00')]);
  });

  it('leaves out one that stays where it is, and does not keep others clear of what it might have had', () => {
    const leave = [busy('2026-12-03', '00:00', 1440, 'away')];
    const one = ahead([coming('m', '2026-12-03')], [leave]);
    expect(betterTimes(one)).toHaveLength(1);
    expect(betterTimes(one, [], new Set(['m']))).toEqual([]);
  });

  it('gives its own time up, and time kept to prepare for it, so that it may go a little later the same day', () => {
    const meeting = coming('m', '2026-12-03');
    const preparation = at('2026-12-03', '09:45', 15);
    const own = { ...meeting, own: [...meeting.own, preparation] };
    const calendars = [[{ ...preparation, status: 'busy' as const, label: null }], [busy('2026-12-03', '10:15', 30)]];
    expect(betterTimes(ahead([own], calendars))[0]?.to).toEqual(at('2026-12-03', '09:45'));
  });
});

describe('a one-to-one that comes too late', () => {
  const next = [coming('a', '2026-12-10'), coming('b', '2026-12-17'), coming('c', '2026-12-24')];

  it.each([
    ['OUT-1', 'due', '2026-12-03'],
    ['FORM-1', 'overdue', '2026-11-20'],
    ['OD3a-1', 'due', '2026-12-09'],
  ] as const)(
    '[OUT-1] [FORM-1] [OD3a-1] is offered, for %s, the next time both can make, where it is %s',
    (_requirement, state, dueOn) => {
      expect(
        betterTimes(ahead(next, [[busy('2026-11-27', '00:00', 1440, 'away')]], { finding: finding(state, dueOn) })),
      ).toEqual([
        {
          kind: 'late',
          step: 'put-in',
          meetingId: 'a',
          ...at('2026-12-10', '10:00'),
          clashes: [],
          dueOn,
          clause: '2.1',
          isOverdue: state === 'overdue',
          to: at('2026-11-30', '10:00'),
          isInTime: state === 'due',
        },
      ]);
    },
  );

  it('is brought forward where the one after it still comes in time, and joined by another one where it would not', () => {
    const step = (every: PairAhead['every']) =>
      betterTimes(ahead(next, [], { every, finding: finding('overdue', '2026-11-20') }))[0]?.step;
    expect(step({ weeks: 3 })).toBe('move');
    expect(step({ weeks: 2 })).toBe('put-in');
    expect(step(null)).toBe('move');
  });

  it('[OD3a-1] of several asked for by a day, is the first of those planned after it', () => {
    const counted = finding('due', '2026-12-16', 2);
    expect(betterTimes(ahead(next, [], { every: { months: 3 }, finding: counted }))).toMatchObject([
      { kind: 'late', step: 'move', meetingId: 'b', to: at('2026-12-11', '10:00'), isInTime: true },
    ]);
    expect(betterTimes(ahead(next, [], { finding: finding('due', '2026-12-17', 2) }))).toEqual([]);
  });

  it('is left alone where nothing is late, nothing is planned, or no sooner time suits both', () => {
    const none = (changes: Partial<PairAhead>, calendars: BusyTime[][] = []): void => {
      expect(betterTimes(ahead(next, calendars, changes))).toEqual([]);
    };
    none({ finding: finding('met', '2026-12-10') });
    none({ finding: finding('excused', null) });
    none({ finding: finding('due', '2026-12-10') });
    none({ coming: [], finding: finding('overdue', '2026-11-20') });
    none({ finding: finding('overdue', '2026-11-20') }, [[busy('2026-11-26', '00:00', 14 * 1440, 'away')]]);
  });
});

interface Block {
  readonly day: number;
  readonly quarter: number;
  readonly quarters: number;
  readonly status: BusyStatus;
}

it('whatever is offered suits both, in their hours, on no neighbour’s day, and is in time where it says so', () => {
  const blocks = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 40 }),
      quarter: fc.integer({ min: 32, max: 68 }),
      quarters: fc.integer({ min: 1, max: 40 }),
      status: fc.constantFrom<BusyStatus>('busy', 'away', 'tentative'),
    }),
    { maxLength: 40 },
  );
  const timeOf = (quarter: number): string =>
    `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][quarter % 4] ?? '00'}`;
  const busyOf = (found: readonly Block[]): BusyTime[] =>
    found.map(({ day, quarter, quarters, status }) =>
      busy(addDays('2026-11-26', day), timeOf(quarter), quarters * 15, status),
    );
  const states = fc.constantFrom('met', 'due', 'overdue' as const);
  fc.assert(
    fc.property(blocks, blocks, states, fc.integer({ min: -5, max: 30 }), (hers, his, state, dueIn) => {
      const meetings = [coming('a', '2026-12-03'), coming('b', '2026-12-17'), coming('c', '2026-12-31', '16:30')];
      const pair = ahead(meetings, [busyOf(hers), busyOf(his)], {
        finding: { ...finding('met', addDays('2026-11-26', dueIn)), state },
      });
      for (const better of betterTimes(pair)) {
        const { to, dueOn } = better;
        if (to === null) continue;
        const day = localDateOf(to.start, zone);
        const own = meetings.find(({ id }) => id === better.meetingId)?.own ?? [];
        for (const person of pair.request.people) {
          expect(isInHours(person, to)).toBe(true);
          const inTheWay = person.busy.filter(
            (one) =>
              one.start < to.end &&
              to.start < one.end &&
              !own.some(({ start, end }) => start === one.start && end === one.end),
          );
          expect(inTheWay).toEqual([]);
        }
        const others = meetings
          .filter(({ id }) => id !== better.meetingId)
          .map(({ start }) => localDateOf(start, zone));
        expect(others).not.toContain(day);
        const place = (days: readonly LocalDate[]) => [...days].sort().indexOf(day);
        const was = localDateOf(better.start, zone);
        expect(place([...others, day])).toBe([...others, was].sort().indexOf(was));
        expect(to.start > now && day > (pair.previousOn ?? '')).toBe(true);
        if (dueOn !== null) expect(better.isInTime).toBe(day <= dueOn);
        if (better.kind === 'late') expect(day < was).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

describe('by itself', () => {
  const better: BetterTime = {
    kind: 'clash',
    step: 'move',
    meetingId: 'm',
    ...at('2026-12-03', '10:00'),
    clashes: [],
    dueOn: null,
    clause: null,
    isOverdue: false,
    to: at('2026-12-04', '10:00'),
    isInTime: true,
  };
  const known: Parameters<typeof mayMoveByItself>[1] = {
    bothAsked: true,
    lastMovedAt: null,
    now,
    zone,
    holidays: {},
  };

  it('a clashing meeting is moved where both asked for that and both keep two working days', () => {
    expect(mayMoveByItself(better, known)).toBe(true);
    expect(mayMoveByItself({ ...better, to: at('2026-12-01', '10:00') }, known)).toBe(true);
  });

  it('nothing is moved otherwise', () => {
    const not = (changes: Partial<BetterTime>, facts: Partial<typeof known> = {}): void => {
      expect(mayMoveByItself({ ...better, ...changes }, { ...known, ...facts })).toBe(false);
    };
    not({}, { bothAsked: false });
    not({}, { lastMovedAt: '2026-11-19T09:41:00.000Z' });
    not({ kind: 'late' });
    not({ to: null });
    not({ isInTime: false });
    not({ to: at('2026-11-30', '10:00') });
    not({ ...at('2026-11-30', '10:00') });
    not({ to: at('2026-12-01', '10:00') }, { holidays: { '2026-11-30': 'St Andrew’s Day' } });
    expect(mayMoveByItself(better, { ...known, lastMovedAt: '2026-11-19T09:40:00.000Z' })).toBe(true);
  });

  it('working days are counted without weekends and holidays', () => {
    expect(workingDaysBetween('2026-11-26', '2026-12-01', {})).toBe(2);
    expect(
      workingDaysBetween('2026-12-23', '2026-12-30', { '2026-12-25': 'Christmas Day', '2026-12-28': 'Boxing Day' }),
    ).toBe(2);
    expect(workingDaysBetween('2026-11-26', '2026-11-27', {})).toBe(0);
    expect(workingDaysBetween('2026-11-26', '2026-11-20', {})).toBe(0);
  });
});

it('[OUT-3] what begins this very moment is no time to offer anybody', () => {
  const { request } = ahead([], [], {});
  const today = localDateOf(now, zone);
  const { start } = at(today, '10:00');
  const wish = { from: today, to: today, nearDay: today, usual: start };
  expect(bestTime({ ...request, notBefore: start }, wish)?.start).toBe(at(today, '10:15').start);
});

describe('one more', () => {
  const putIn = (start: string, ...meetings: Parameters<typeof meeting>[0][]) =>
    codeOf(() => {
      requireDayWithout(meetings.map(meeting), start, zone);
    });

  it('is put in on no day that has a one-to-one, where the two are', () => {
    const summer = { start: '2026-07-01T09:00:00.000Z' };
    expect(putIn('2026-07-01T15:00:00.000Z', summer)).toBe('one-to-one-that-day');
    expect(putIn('2026-06-30T23:30:00.000Z', summer)).toBe('one-to-one-that-day');
    expect(putIn('2026-07-01T23:30:00.000Z', summer)).toBeNull();
    expect(putIn('2026-07-02T09:00:00.000Z', { start: '2026-07-01T23:30:00.000Z' })).toBe('one-to-one-that-day');
    for (const state of ['open', 'closed'] as const)
      expect(putIn('2026-07-01T15:00:00.000Z', { ...summer, state })).toBe('one-to-one-that-day');
  });

  it('takes the place of one that was called off or missed, and stands beside meetings of another kind', () => {
    const day = '2026-11-26T15:00:00.000Z';
    expect(putIn(day, { state: 'cancelled' }, { state: 'missed' }, { kind: 'follow-up' })).toBeNull();
  });
});
