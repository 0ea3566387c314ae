import { instantOf, localDateOf, millisecondsOf } from '../time.ts';
import type { Instant, LocalDate, Zone } from '../time-types.ts';
import type { Blocked } from './availability-grid.ts';
import { candidatesOf, compareCandidates, planOf, type Candidate } from './candidates.ts';
import type { Stretch } from './calendars.ts';
import { lookAt } from './find-slots.ts';
import { offerOf } from './offer.ts';
import { weeksOf } from './rhythm.ts';
import type { Availability, SlotOffer, SlotRequest, SlotRhythm } from './slot.ts';

/** One person to find a time with. */
export interface ReportToMeet {
  readonly pairId: string;
  readonly availability: Availability;
  readonly rhythm: SlotRhythm;
  readonly minutes: number;
  /** How far to look where that is not as far as for the others: rarer rhythms need more. */
  readonly weeks?: number | undefined;
  /** The first day that keeps to the notice the two agreed. */
  readonly notBeforeDay?: LocalDate | undefined;
  /** The day by which their first meeting is asked for. */
  readonly firstBy?: LocalDate | undefined;
  readonly terms?: SlotRequest['terms'];
  readonly apart?: SlotRequest['apart'];
}

/** A manager and everybody they want a series with. */
export interface ProposeAllInput {
  readonly manager: Availability;
  readonly reports: readonly ReportToMeet[];
  readonly zone: Zone;
  readonly from: LocalDate;
  readonly weeks: number;
  readonly notBefore: Instant;
  readonly holidays: Readonly<Record<LocalDate, string>>;
  /** Kept free between one of these meetings and the next. */
  readonly breathingMinutes: number;
  /** How many one day may hold, moved ones included; left out: as few as spread them over the manager's week. */
  readonly perDay?: number | undefined;
}

export interface Proposal {
  readonly pairId: string;
  readonly offer: SlotOffer | null;
}

const stepMinutes = 30;
const minuteMilliseconds = 60_000;
/** Two more meetings to be moved over the whole horizon are worth a first one that comes when it is asked for. */
const worthBeingInTime = 4;

function requestFor(input: ProposeAllInput, report: ReportToMeet): SlotRequest {
  const { manager, zone, from, notBefore, holidays } = input;
  const people = [manager, report.availability];
  const noticed = report.notBeforeDay === undefined ? notBefore : instantOf(report.notBeforeDay, '00:00', zone);
  return {
    people,
    rhythm: report.rhythm,
    minutes: report.minutes,
    zone,
    from,
    weeks: report.weeks ?? input.weeks,
    notBefore: noticed > notBefore ? noticed : notBefore,
    holidays,
    stepMinutes,
    most: 1,
    terms: report.terms,
    apart: report.apart,
  };
}

function spreadPerDay({ reports, manager }: ProposeAllInput): number {
  const aWeek = reports.reduce((sum, { rhythm }) => sum + 1 / weeksOf(rhythm), 0);
  return Math.max(1, Math.ceil(aWeek / Math.max(1, manager.workingHours.days.length)));
}

/** Times an offer needs: where its occurrences stand, and where clashing ones may go. */
function timesOf(offer: SlotOffer): { start: Instant; end: Instant }[] {
  return offer.occurrences.flatMap(({ start, end, alternative }) => [
    { start, end },
    ...(alternative === null ? [] : [alternative]),
  ]);
}

function blockedBy(offers: readonly SlotOffer[], input: ProposeAllInput, perDay: number): Blocked {
  const breathing = input.breathingMinutes * minuteMilliseconds;
  const stretches: Stretch[] = [];
  const onDay = new Map<LocalDate, number>();
  for (const { start, end } of offers.flatMap(timesOf)) {
    stretches.push({ start: millisecondsOf(start) - breathing, end: millisecondsOf(end) + breathing });
    const date = localDateOf(start, input.zone);
    onDay.set(date, (onDay.get(date) ?? 0) + 1);
  }
  const days = new Set([...onDay].filter(([, count]) => count >= perDay).map(([date]) => date));
  return { stretches: stretches.sort((one, other) => one.start - other.start), days };
}

/** The best time that begins by the day the first meeting is asked for, unless it clashes much more often than the best of all. */
function inTime(ranked: readonly Candidate[], best: Candidate, { firstBy }: ReportToMeet): Candidate | undefined {
  if (firstBy === undefined) return undefined;
  return ranked.find(({ startDate, penalty }) => startDate <= firstBy && penalty <= best.penalty + worthBeingInTime);
}

function bestOffer(input: ProposeAllInput, report: ReportToMeet, offers: readonly SlotOffer[]): SlotOffer | null {
  const perDay = input.perDay ?? spreadPerDay(input);
  // Where the week is too full to spread, a fuller day is better than no meeting.
  for (const limit of [perDay, perDay + 1, Infinity]) {
    const look = lookAt(requestFor(input, report), blockedBy(offers, input, limit));
    const ranked = candidatesOf(look).sort(compareCandidates);
    const [best] = ranked;
    if (best !== undefined) return offerOf(look, planOf(look, inTime(ranked, best, report) ?? best));
  }
  return null;
}

/** How many good times a report has to choose from: those with as few clashes as their best. */
function choiceOf(input: ProposeAllInput, report: ReportToMeet): number {
  const candidates = candidatesOf(lookAt(requestFor(input, report)));
  const least = candidates.reduce((penalty, candidate) => Math.min(penalty, candidate.penalty), Infinity);
  return candidates.filter(({ penalty }) => penalty === least).length;
}

/** One recurring time for each of a manager's reports such that no two touch, the breathing space between them included. Whoever has least choice is placed first; the answer keeps the order of the reports. Null where nothing is left. */
export function proposeAll(input: ProposeAllInput): Proposal[] {
  const offers = new Map<string, SlotOffer>();
  const byChoice = input.reports
    .map((report) => ({ report, choice: choiceOf(input, report) }))
    .sort((one, other) => one.choice - other.choice);
  for (const { report } of byChoice) {
    const offer = bestOffer(input, report, [...offers.values()]);
    if (offer !== null) offers.set(report.pairId, offer);
  }
  return input.reports.map(({ pairId }) => ({ pairId, offer: offers.get(pairId) ?? null }));
}
