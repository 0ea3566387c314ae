import { readFileSync } from 'node:fs';
import type { Action } from '#core/actions/action.ts';
import type { AgendaItem } from '#core/agenda/agenda-item.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Person } from '#core/people/person.ts';
import type { PairFacts } from '#core/policy/finding.ts';
import type { PolicyPack } from '#core/policy/policy.ts';

/** A policy pack as it is on disk. */
export function pack(name: string): PolicyPack {
  return JSON.parse(readFileSync(`policies/${name}.json`, 'utf8')) as PolicyPack;
}

/** The pack in force for the demo organisation. */
export const outPack = pack('out');

export function person(changes: Partial<Person> = {}): Person {
  return {
    id: 'tomasz',
    displayName: 'Tomasz Zieliński',
    givenName: 'Tomasz',
    mail: null,
    jobTitle: null,
    grade: 'A2',
    contract: 'full-time',
    zone: 'Europe/London',
    joinedOn: null,
    unit: null,
    employeeNumber: null,
    incrementalOn: null,
    hasReports: false,
    ...changes,
  };
}

export function pair(changes: Partial<Pair> = {}): Pair {
  return {
    id: 'priya-tomasz',
    supervisorId: 'priya',
    employeeId: 'tomasz',
    role: 'line',
    from: '2026-01-05',
    to: null,
    extraSupport: null,
    pause: null,
    ...changes,
  };
}

/** The facts of a pair that has never met, on a day in November 2026. */
export function pairFacts(changes: Partial<PairFacts> = {}): PairFacts {
  return {
    today: '2026-11-26',
    pairFrom: '2026-01-05',
    joinedOn: null,
    incrementalOn: null,
    paused: null,
    heldOn: [],
    plannedOn: [],
    otherKinds: {},
    series: 'none',
    seriesUntil: null,
    lastSummary: null,
    coveredOn: {},
    ...changes,
  };
}

export function meeting(changes: Partial<Meeting> = {}): Meeting {
  return {
    id: 'm1',
    pairId: 'priya-tomasz',
    seriesId: 's1',
    kind: 'one-to-one',
    state: 'planned',
    originalDate: '2026-11-26',
    start: '2026-11-26T10:00:00.000Z',
    end: '2026-11-26T10:45:00.000Z',
    reason: null,
    movedFrom: null,
    skipped: null,
    agendaVersion: 1,
    agreedBySupervisor: null,
    agreedByEmployee: null,
    openedAt: null,
    closedAt: null,
    packId: null,
    packVersion: null,
    ...changes,
  };
}

export function agendaItem(changes: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id: 'i1',
    meetingId: 'm1',
    title: 'Alder Court handover',
    note: null,
    topicId: null,
    kindId: null,
    standingId: null,
    behaviourId: null,
    raisedBy: 'tomasz',
    urgency: 'normal',
    minutes: 10,
    position: 1,
    state: 'open',
    timesCarried: 0,
    carriedFromId: null,
    ...changes,
  };
}

export function action(changes: Partial<Action> = {}): Action {
  return {
    id: 'a1',
    pairId: 'priya-tomasz',
    raisedInId: 'm1',
    itemId: null,
    topicId: null,
    text: 'Send the rota',
    ownerId: 'tomasz',
    dueOn: null,
    state: 'open',
    settledOn: null,
    droppedReason: null,
    timesCarried: 0,
    createdAt: '2026-11-12T10:20:00.000Z',
    history: [],
    ...changes,
  };
}
