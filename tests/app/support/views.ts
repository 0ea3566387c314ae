import type { ActionView } from '#contract/actions.ts';
import type { DeliveryView, MeetingLine } from '#contract/meetings.ts';
import type { HomeResponse, PairLine } from '#contract/pairs.ts';
import type { MeResponse, PersonView } from '#contract/people.ts';
import type { FindingView, PolicyResponse } from '#contract/policy.ts';
import type { SlotOfferView, SlotsResponse } from '#contract/series.ts';

type SeriesView = NonNullable<PairLine['series']>;

// Thursday 26 November 2026, 09:40 in London.
export const now = '2026-11-26T09:40:00.000Z';

export const priya: PersonView = {
  id: 'person-priya',
  displayName: 'Priya Raman',
  givenName: 'Priya',
  jobTitle: 'Neighbourhood Manager',
};
export const yusuf: PersonView = {
  id: 'person-yusuf',
  displayName: 'Yusuf Haddad',
  givenName: 'Yusuf',
  jobTitle: 'Apprentice',
};
export const tomasz: PersonView = {
  id: 'person-tomasz',
  displayName: 'Tomasz Zieliński',
  givenName: 'Tomasz',
  jobTitle: 'Senior Tenancy Officer',
};

export const me: MeResponse = {
  person: priya,
  zone: 'Europe/London',
  now,
  today: '2026-11-26',
  hasPeople: true,
  isAdministrator: false,
  isHr: false,
  organisation: 'Brackenmoor Homes',
  policy: { id: 'out', title: 'One-to-ones', version: '3', pastReview: false },
};

/** A number as a uuid, for ids whose value does not matter. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export function finding(part: Partial<FindingView> = {}): FindingView {
  return {
    ruleId: 'cadence',
    kind: 'cadence',
    clause: 'OUT-1',
    state: 'met',
    reason: 'next-keeps-to-it',
    values: { askedWeeks: 2, lastOn: '2026-11-12', nextOn: '2026-11-26', daysSince: 14 },
    dueOn: '2026-11-26',
    ...part,
  };
}

export function series(part: Partial<SeriesView> = {}): SeriesView {
  return {
    id: idOf(900),
    state: 'booked',
    plan: {
      pattern: { kind: 'weekly', every: 2, weekday: 4 },
      zone: 'Europe/London',
      startDate: '2026-11-12',
      startTime: '10:00',
      minutes: 45,
      untilDate: '2027-05-27',
    },
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/one',
    eventId: 'event',
    inMeetingChat: true,
    count: 13,
    ...part,
  };
}

export function meeting(part: Partial<MeetingLine> = {}): MeetingLine {
  return {
    id: idOf(500),
    pairId: idOf(1),
    kind: 'one-to-one',
    kindTitle: null,
    state: 'planned',
    originalDate: '2026-11-26',
    start: '2026-11-26T10:00:00.000Z',
    end: '2026-11-26T10:45:00.000Z',
    reason: null,
    movedFrom: null,
    skipped: null,
    calledOff: null,
    agenda: 'both',
    itemCount: 5,
    itemMinutes: 40,
    discussed: [],
    actionCount: 0,
    actionsDone: 0,
    marks: [],
    ...part,
  };
}

export function pair(part: Partial<PairLine> = {}): PairLine {
  return {
    pairId: idOf(1),
    seq: 1,
    other: tomasz,
    supervising: true,
    contract: 'full-time',
    asked: { cadence: { kind: 'interval', every: { weeks: 2 } }, every: { weeks: 2 }, clause: 'OUT-1' },
    cadence: finding(),
    agreement: null,
    shareBy: null,
    series: series(),
    last: meeting({
      id: idOf(499),
      state: 'closed',
      originalDate: '2026-11-12',
      start: '2026-11-12T10:00:00.000Z',
      end: '2026-11-12T10:45:00.000Z',
    }),
    next: meeting(),
    openActions: 4,
    ...part,
  };
}

/** Somebody new whose first one-to-one is still to be booked. */
export const newcomer: PairLine = pair({
  pairId: idOf(2),
  other: yusuf,
  asked: { cadence: { kind: 'interval', every: { months: 1 } }, every: { months: 1 }, clause: 'OUT-1' },
  cadence: finding({
    state: 'due',
    reason: 'first-due-by',
    values: { askedMonths: 1, startedOn: '2026-11-09', dueOn: '2026-12-09' },
    dueOn: '2026-12-09',
  }),
  series: null,
  last: null,
  next: null,
  openActions: 0,
});

export function action(part: Partial<ActionView> = {}): ActionView {
  return {
    id: idOf(700),
    pairId: idOf(1),
    raisedInId: idOf(499),
    itemId: null,
    topicId: null,
    text: 'Send Q3 caseload figures',
    ownerId: priya.id,
    dueOn: '2026-11-26',
    state: 'open',
    settledOn: null,
    droppedReason: null,
    timesCarried: 0,
    late: false,
    createdAt: '2026-11-12T10:30:00.000Z',
    history: [],
    ...part,
  };
}

export function delivery(part: Partial<DeliveryView> = {}): DeliveryView {
  return {
    effectId: idOf(800),
    kind: 'send-summary',
    state: 'parked',
    parkedFor: 'unconfirmed',
    actingId: priya.id,
    at: now,
    claims: null,
    ...part,
  };
}

export function home(part: Partial<HomeResponse> = {}): HomeResponse {
  return {
    today: [],
    people: [pair(), newcomer],
    mine: [],
    myActions: [],
    theirActions: [],
    toWriteUp: [],
    toSign: [],
    waiting: [],
    directory: null,
    ...part,
  };
}

export const policy: PolicyResponse = {
  id: 'out',
  title: 'One-to-ones',
  version: '3',
  on: '2026-11-26',
  approvedBy: null,
  issuedOn: null,
  reviewOn: null,
  pastReview: false,
  covered: true,
  group: 'Managers',
  standard: null,
  clauses: [{ id: 'OUT-1', title: 'How often you meet', words: 'Managers meet every two weeks or more often.' }],
  groups: [],
  rules: [],
  cadences: [
    { group: 'Managers', cadence: { kind: 'interval', every: { weeks: 2 } }, clause: 'OUT-1' },
    { group: 'Everyone else', cadence: { kind: 'interval', every: { months: 1 } }, clause: 'OUT-1' },
  ],
};

/** Tuesdays at 10:00 every four weeks, with a leave day that can move and a day off that cannot. */
export const offer: SlotOfferView = {
  plan: {
    pattern: { kind: 'weekly', every: 4, weekday: 2 },
    zone: 'Europe/London',
    startDate: '2026-12-01',
    startTime: '10:00',
    minutes: 45,
    untilDate: '2027-05-30',
  },
  occurrences: [
    {
      originalDate: '2026-12-01',
      start: '2026-12-01T10:00:00.000Z',
      end: '2026-12-01T10:45:00.000Z',
      clashes: [],
      alternative: null,
    },
    {
      originalDate: '2026-12-29',
      start: '2026-12-29T10:00:00.000Z',
      end: '2026-12-29T10:45:00.000Z',
      clashes: [{ personId: priya.id, kind: 'away', label: 'Annual leave' }],
      alternative: { start: '2027-01-04T10:00:00.000Z', end: '2027-01-04T10:45:00.000Z' },
    },
    {
      originalDate: '2027-01-26',
      start: '2027-01-26T10:00:00.000Z',
      end: '2027-01-26T10:45:00.000Z',
      clashes: [{ personId: yusuf.id, kind: 'busy', label: null }],
      alternative: null,
    },
    {
      originalDate: '2027-02-23',
      start: '2027-02-23T10:00:00.000Z',
      end: '2027-02-23T10:45:00.000Z',
      clashes: [],
      alternative: null,
    },
  ],
  freeCount: 2,
  longestGapDays: 55,
  keepsToPolicy: false,
};

export const slots: SlotsResponse = {
  offers: [offer],
  lookedFrom: '2026-11-30',
  lookedUntil: '2027-05-30',
  unread: [],
  asked: { cadence: { kind: 'interval', every: { months: 1 } }, every: { months: 1 }, clause: 'OUT-1' },
};
