import { addLocalMinutes, dateOfDay, dayNumber, toEpoch } from '../microsoft365/calendar/local-time.ts';
import { occurrenceDates } from '../microsoft365/calendar/recurrence.ts';
import { dateInWeek, demoMonday, hireDate } from './calendar-week.ts';
import type { Organisation, OrganisationPerson } from './organisation.ts';
import type { PlannedEvent } from './planned-event.ts';

/** People with one manager, and everything that stands in any of their calendars. */
export interface Team {
  people: readonly OrganisationPerson[];
  standing: Iterable<PlannedEvent>;
}

type Busy = Map<string, [from: number, to: number][]>;

/**
 * The one-off meetings of a team, closer together near now, never on top of anything that already stands in a person's
 * calendar. People meet ad hoc within their team.
 */
export function* adHocMeetings(
  organisation: Organisation,
  { people, standing }: Team,
  now: number,
): Generator<PlannedEvent> {
  const monday = demoMonday(organisation, now);
  const busy: Busy = new Map(people.map((one) => [one.key, []]));
  for (const planned of standing) {
    markBusy(busy, planned, monday, organisation);
  }
  for (const person of people) {
    const hired = hireDate(organisation, person.hired, now);
    for (const meeting of meetingsOf(organisation, person, { monday, people })) {
      if (meeting.start.slice(0, 10) < hired || !isFree(busy, meeting)) continue;
      markBusy(busy, meeting, monday, organisation);
      yield meeting;
    }
  }
}

function* meetingsOf(
  organisation: Organisation,
  person: OrganisationPerson,
  { monday, people }: { monday: string; people: readonly OrganisationPerson[] },
): Generator<PlannedEvent> {
  const random = randomFrom(`${organisation.adHoc.seed} ${person.key}`);
  const colleagues = people.filter((one) => one !== person);
  for (let week = -organisation.adHoc.weeksBack; week <= organisation.adHoc.weeksAhead; week += 1) {
    for (let turn = 0; turn < meetingsInWeek(week); turn += 1) {
      const meeting = oneMeeting(organisation, person, { monday, week, turn, random, colleagues });
      if (meeting !== null) yield meeting;
    }
  }
}

/** Calendars fill up as a week comes nearer. */
function meetingsInWeek(week: number): number {
  if (week < -1) {
    return 4;
  }
  if (week <= 2) {
    return 6;
  }
  return week <= 8 ? 3 : 2;
}

interface Turn {
  monday: string;
  week: number;
  turn: number;
  random: () => number;
  /** Who else has the same manager. */
  colleagues: readonly OrganisationPerson[];
}

function oneMeeting(
  organisation: Organisation,
  person: OrganisationPerson,
  { monday, week, turn, random, colleagues }: Turn,
): PlannedEvent | null {
  const subjects = organisation.adHoc.subjects[person.key];
  const weekday = pick(person.workingHours.days, random);
  const minutes = pick([30, 30, 45, 60, 60, 90], random);
  const from = clockMinutes(person.workingHours.start);
  const slots = Math.floor((clockMinutes(person.workingHours.end) - from - minutes) / 30);
  const start = addLocalMinutes(
    `${dateInWeek(monday, week, weekday)}T00:00:00`,
    from + 30 * Math.floor(random() * (slots + 1)),
  );
  const subject = subjects === undefined ? null : pick(subjects, random);
  const location = pick(organisation.adHoc.locations, random);
  const partner = random() < 0.3 && colleagues.length > 0 ? pick(colleagues, random) : undefined;
  const isTentative = random() < 0.12;
  if (subject === null) {
    return null;
  }
  return {
    key: `ad hoc ${person.key} ${String(week)} ${String(turn)}`,
    organizerKey: person.key,
    attendeeKeys: partner === undefined ? [] : [partner.key],
    subject,
    start,
    minutes,
    timeZone: person.timeZone,
    recurrence: null,
    cancelledDates: [],
    isAllDay: false,
    showAs: isTentative ? 'tentative' : 'busy',
    sensitivity: 'normal',
    location: location === '' ? null : location,
    isOnline: false,
    series: null,
  };
}

function markBusy(busy: Busy, planned: PlannedEvent, monday: string, organisation: Organisation): void {
  const from = dateOfDay(dayNumber(monday) - 7 * organisation.adHoc.weeksBack);
  const to = dateOfDay(dayNumber(monday) + 7 * (organisation.adHoc.weeksAhead + 1));
  const dates =
    planned.recurrence === null ? [planned.start.slice(0, 10)] : occurrenceDates(planned.recurrence, from, to);
  const spans = dates.map((date) => span(date + planned.start.slice(10), planned.minutes, planned.timeZone));
  for (const key of [planned.organizerKey, ...planned.attendeeKeys]) {
    busy.get(key)?.push(...spans);
  }
}

function span(start: string, minutes: number, timeZone: string): [number, number] {
  const from = toEpoch(start, timeZone);
  return [from, from + minutes * 60_000];
}

function isFree(busy: Busy, meeting: PlannedEvent): boolean {
  const [from, to] = span(meeting.start, meeting.minutes, meeting.timeZone);
  return [meeting.organizerKey, ...meeting.attendeeKeys].every(
    (key) => !(busy.get(key) ?? []).some(([start, end]) => start < to && from < end),
  );
}

function clockMinutes(clockTime: string): number {
  const [hours, minutes] = clockTime.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function pick<Thing>(from: readonly Thing[], random: () => number): Thing {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) {
    throw new Error('There is nothing to pick from.');
  }
  return found;
}

/** Numbers between 0 and 1 that look random and are the same for the same words. */
function randomFrom(words: string): () => number {
  let state = 2166136261;
  for (const letter of words) {
    state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  }
  return () => {
    state = Math.imul(state ^ (state >>> 15), state | 1);
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    state = (state + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 14)) >>> 0) / 4294967296;
  };
}
