import { candidatesOf, compareCandidates } from '#core/slots/candidates.ts';
import { findSlots, lookAt } from '#core/slots/find-slots.ts';
import type { Availability, BusyTime, SlotRequest, WorkingHours } from '#core/slots/slot.ts';
import { addDays, addMinutes, instantOf, timeFromMinuteOfDay } from '#core/time.ts';
import { byTurns, percentile, rowOf, timeOf, type Row } from './measure.ts';
import { freeByBitmap, freeByMinuteScan } from './slot-baselines.ts';

const from = '2026-11-30';
const halfYear = 26;
const blocksEach = 780;
const hours: WorkingHours = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone: 'Europe/London' };

/** The same meetings each time, spread evenly over the working days of so many weeks. */
function calendar(personId: string, seed: number, blocks: number, weeks: number): Availability {
  let state = seed;
  const next = (below: number): number => (state = (state * 16_807) % 2_147_483_647) % below;
  const busy = Array.from({ length: blocks }, (_, index): BusyTime => {
    const day = Math.floor((index * weeks * 5) / blocks);
    const date = addDays(from, Math.floor(day / 5) * 7 + (day % 5));
    const start = instantOf(date, timeFromMinuteOfDay(540 + next(32) * 15), hours.zone);
    return { start, end: addMinutes(start, 15 + next(4) * 15), status: 'busy', label: null };
  });
  // As a calendar answers: by start.
  return { personId, workingHours: hours, busy: busy.toSorted((a, b) => (a.start < b.start ? -1 : 1)) };
}

interface Size {
  readonly weeks: number;
  readonly people: number;
  /** Of all calendars together. */
  readonly blocks: number;
}

const usual: Size = { weeks: halfYear, people: 2, blocks: blocksEach * 2 };

function requestOf({ weeks, people, blocks }: Size): SlotRequest {
  return {
    people: Array.from({ length: people }, (_, index) =>
      calendar(`person ${String(index)}`, 7 + index * 4, Math.round(blocks / people), weeks),
    ),
    rhythm: { kind: 'weekly', every: 2 },
    minutes: 45,
    zone: hours.zone,
    from,
    weeks,
    notBefore: `${from}T00:00:00.000Z`,
    holidays: {},
    stepMinutes: 15,
    most: 5,
  };
}

/** Every recurring time, best first: the finding itself, from the calendars as they were read. */
function rank(request: SlotRequest) {
  return candidatesOf(lookAt(request)).sort(compareCandidates);
}

/** How many meetings of every recurring time are in somebody's way, by the search the product uses. */
function takenByRank(request: SlotRequest): Map<string, number> {
  return new Map(
    rank(request).map(({ startDate, minute, penalty }) => [
      `${startDate} ${timeFromMinuteOfDay(minute)}`,
      // Two for each.
      penalty / 2,
    ]),
  );
}

function requireEqual(one: Map<string, number>, other: Map<string, number>): void {
  const isEqual = one.size === other.size && [...one].every(([time, taken]) => other.get(time) === taken);
  if (!isEqual || one.size === 0) throw new Error('The searches do not agree');
}

const warmUp = 80;
/** The quicker fifth of the rounds: what else the machine does can only add to times this short. */
const quick = 0.2;

async function ratio(ours: () => unknown, baseline: () => unknown, rounds: number) {
  // The slow one takes few rounds; what is measured against it runs long enough to be compiled all the same.
  for (let run = 0; run < warmUp; run += 1) ours();
  const times = await byTurns(
    () => timeOf(ours),
    () => timeOf(baseline),
    { rounds, warmUp: Math.ceil(rounds / 3) },
  );
  return { ours: percentile(times.ours, quick), baseline: percentile(times.baseline, quick) };
}

/** How the cost grows: each against the usual size, which takes turns with it. */
async function curve(): Promise<Row[]> {
  const plain = requestOf(usual);
  const sizes: [string, Size, number][] = [
    ['twice the blocks', { ...usual, blocks: usual.blocks * 2 }, 2.2],
    ['four times the blocks', { ...usual, blocks: usual.blocks * 4 }, 4.4],
    ['twice the horizon, as many blocks', { ...usual, weeks: halfYear * 2 }, 1.6],
    ['twice the people, as many blocks', { ...usual, people: 4 }, 1.3],
    ['four times the people, as many blocks', { ...usual, people: 8 }, 1.5],
    ['twice the horizon and four times the people, as many blocks', { weeks: 52, people: 8, blocks: usual.blocks }, 2],
  ];
  const rows: Row[] = [];
  for (const [name, size, most] of sizes) {
    const request = requestOf(size);
    const figures = await ratio(
      () => rank(request),
      () => rank(plain),
      45,
    );
    rows.push(rowOf(`slots: ${name} (ms)`, figures, `ratio below ${String(most)}`, (_, grown) => grown < most));
  }
  return rows;
}

/** Half a year, two people, 780 meetings each: every recurring time ranked, against the plain ways to do it, whose answers are the same. */
export async function benchSlots(): Promise<Row[]> {
  const request = requestOf(usual);
  const ours = takenByRank(request);
  requireEqual(ours, freeByMinuteScan(request));
  requireEqual(ours, freeByBitmap(request));
  const scan = await ratio(
    () => rank(request),
    () => freeByMinuteScan(request),
    15,
  );
  const bitmap = await ratio(
    () => rank(request),
    () => freeByBitmap(request),
    61,
  );
  const whole = await ratio(
    () => findSlots(request),
    () => freeByMinuteScan(request),
    15,
  );
  const rows = [
    rowOf(
      'slots: ranking every time, against a minute-by-minute scan (ms)',
      scan,
      'ratio below 0.01',
      (_, r) => r < 0.01,
    ),
    rowOf('slots: ranking every time, against a minute bitmap (ms)', bitmap, 'ratio below 1', (_, r) => r < 1),
    rowOf(
      'slots: five whole offers with clashes and ways round them, against the scan alone (ms)',
      whole,
      'ratio below 0.05',
      (_, r) => r < 0.05,
    ),
  ];
  return [...rows, ...(await curve())];
}
