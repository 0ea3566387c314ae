import { randomUUID } from 'node:crypto';
import { addDays, instantOf, localDateOf } from '#core/time.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Person } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { Series } from '#core/series/series.ts';
import type { Weekday } from '#core/time-types.ts';
import type { Store } from '../../ports/store.ts';
import { hireDate } from '../organisation/calendar-week.ts';
import { demoSeries, type DemoSeries } from '../organisation/demo-series.ts';
import { addressOf, type Organisation } from '../organisation/organisation.ts';
import type { History } from './history.ts';
import { jottingsOf, writeMeetings, type PastOfPair } from './seed-meetings.ts';

const weekdayNumbers: Record<DemoSeries['weekday'], Weekday> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
};

function peopleOf(organisation: Organisation, now: number): Person[] {
  return organisation.people.map((one) => ({
    id: one.id,
    displayName: `${one.givenName} ${one.surname}`,
    givenName: one.givenName,
    mail: addressOf(organisation, one),
    jobTitle: one.jobTitle,
    grade: one.grade,
    contract: one.contract,
    zone: one.timeZone,
    joinedOn: hireDate(organisation, one.hired, now),
    unit: one.department,
    employeeNumber: one.employeeId,
    incrementalOn: hireDate(organisation, one.hired, now),
    hasReports: organisation.people.some((other) => other.managerKey === one.key),
  }));
}

/** The series as Outlook already holds it. */
function bookedSeries(one: DemoSeries, pairId: string): Series {
  const startDate = one.firstStart.slice(0, 10);
  return {
    id: randomUUID(),
    pairId,
    state: 'booked',
    plan: {
      pattern: { kind: 'weekly', every: one.everyWeeks, weekday: weekdayNumbers[one.weekday] },
      zone: one.timeZone,
      startDate,
      startTime: one.firstStart.slice(11, 16),
      minutes: one.minutes,
      untilDate: one.recurrence.range.endDate,
    },
    subject: one.subject,
    note: '',
    eventId: one.eventId,
    iCalUid: one.iCalUId,
    joinUrl: one.joinUrl,
    chatId: one.chatId,
  };
}

/** Each writes their own: the database lets nobody write or read another's jottings. */
async function writeJottings(store: Store, from: PastOfPair, next: Meeting): Promise<void> {
  for (const side of ['manager', 'report'] as const) {
    const authorId = side === 'manager' ? from.pair.supervisorId : from.pair.employeeId;
    await store.asPerson({ tenantId: from.tenantId, personId: authorId }, async (tx) => {
      for (const one of jottingsOf(from, side)) {
        await tx.preparations.save(
          {
            id: randomUUID(),
            meetingId: next.id,
            authorId,
            text: one,
            at: from.now,
            promptId: null,
            sharedItemId: null,
          },
          from.pair.id,
        );
      }
    });
  }
}

/**
 * Gives a fresh store the past of the invented organisation: who meets whom, what was said and agreed, what stands open.
 * The series are those that already stand in the local Outlook calendars.
 */
export async function seedHistory(
  store: Store,
  pack: PolicyPack,
  organisation: Organisation,
  history: History,
  nowMilliseconds: number,
): Promise<void> {
  const now = new Date(nowMilliseconds).toISOString();
  const people = peopleOf(organisation, nowMilliseconds);
  const series = demoSeries(organisation, nowMilliseconds);
  const written: { readonly from: PastOfPair; readonly next: Meeting }[] = [];
  for (const manager of organisation.people) {
    const reports = organisation.people.filter((one) => one.managerKey === manager.key);
    const actor = { tenantId: organisation.tenant.id, personId: manager.id };
    for (const report of reports) {
      const joined = hireDate(organisation, report.hired, nowMilliseconds);
      const past = history.series[`${manager.key}-${report.key}`];
      const booked = series.find((one) => one.managerId === manager.id && one.reportId === report.id && one.ours);
      const today = localDateOf(now, manager.timeZone);
      const from =
        booked === undefined ? (joined > addDays(today, -60) ? joined : today) : booked.firstStart.slice(0, 10);
      const pair: Pair = {
        id: randomUUID(),
        supervisorId: manager.id,
        employeeId: report.id,
        role: 'line',
        from,
        to: null,
        extraSupport: null,
        pause: null,
      };
      await store.asPerson(actor, async (tx) => {
        await tx.people.save(people);
        const last = booked?.dates.at(-1);
        const paused = past?.pause !== undefined && last !== undefined && last < today;
        await tx.pairs.save(
          paused
            ? { ...pair, pause: { from: last, until: addDays(today, 98), reason: past.pause?.reason ?? '' } }
            : pair,
        );
        if (booked === undefined || past === undefined) return;
        const own = bookedSeries(booked, pair.id);
        await tx.series.save(own);
        const startOf = (date: string): string => instantOf(date, own.plan.startTime, own.plan.zone);
        const from: PastOfPair = {
          tenantId: organisation.tenant.id,
          pack,
          pair,
          series: own,
          dates: booked.dates,
          past,
          usual: history.usual,
          now,
          today,
          startOf,
        };
        const next = await writeMeetings(tx, from);
        await tx.changed(pair.id, 'history');
        if (next !== null) written.push({ from, next });
      });
    }
  }
  for (const { from, next } of written) await writeJottings(store, from, next);
}
