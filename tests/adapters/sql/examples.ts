import { randomUUID } from 'node:crypto';
import type { Action } from '#core/actions/action.ts';
import type { AgendaItem, Jotting } from '#core/agenda/agenda-item.ts';
import type { Agreement } from '#core/agreement/agreement.ts';
import type { OwnStandingItem, PreparationWish } from '#core/agenda/own-standing-item.ts';
import type { SingleEvent } from '#core/event/single-event.ts';
import type { Measure } from '#core/measures/measure.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { DevelopmentNeed } from '#core/objectives/development-need.ts';
import type { Objective } from '#core/objectives/objective.ts';
import type { Handover } from '#core/people/handover.ts';
import type { KeptArrangement, Pair } from '#core/people/pair.ts';
import type { Actor, Person } from '#core/people/person.ts';
import type { Standing } from '#core/policy/standing.ts';
import type { CoverageTick, Point } from '#core/record/point.ts';
import type { Addendum, RecordSeal } from '#core/record/seal.ts';
import type { Signature } from '#core/record/sign-off.ts';
import type { Series } from '#core/series/series.ts';
import type { Effect } from '#server/ports/effect.ts';
import type { Store } from '#server/ports/store.ts';
import { exampleAgreement, exampleNeed, exampleObjective } from './agreement-examples.ts';
import { exampleFollowing, type FollowingExample } from './following-example.ts';
import { saveRescheduling } from './rescheduling-example.ts';
import { exampleForm, saveForm, type FormExample } from './form-example.ts';
import { exampleStanding } from './standing-example.ts';

/** Everything the store can hold of one pair, each thing once. */
export interface PairExample extends FollowingExample {
  readonly supervisor: Actor;
  readonly employee: Actor;
  readonly people: readonly Person[];
  readonly pair: Pair;
  readonly series: Series;
  readonly meeting: Meeting;
  readonly singleEvent: SingleEvent;
  readonly standingItem: OwnStandingItem;
  readonly wish: PreparationWish;
  readonly item: AgendaItem;
  readonly jotting: Jotting;
  readonly point: Point;
  readonly tick: CoverageTick;
  readonly action: Action;
  readonly measure: Measure;
  readonly agreement: Agreement;
  readonly objective: Objective;
  readonly need: DevelopmentNeed;
  readonly effect: Effect;
  readonly form: FormExample;
  readonly seal: RecordSeal;
  readonly signature: Signature;
  readonly addendum: Addendum;
  readonly standing: Standing;
  readonly handover: Handover;
  readonly arrangement: KeptArrangement;
}

export function examplePerson(id: string, words: string): Person {
  return {
    id,
    displayName: words,
    givenName: words,
    mail: `${id}@example.test`,
    jobTitle: words,
    grade: 'G7',
    contract: 'part-time',
    zone: 'Europe/London',
    joinedOn: '2024-02-29',
    unit: words,
    employeeNumber: words,
    incrementalOn: '2024-02-29',
    hasReports: true,
  };
}

export function exampleMeeting(
  pairId: string,
  seriesId: string | null,
  day: string,
  id: string = randomUUID(),
): Meeting {
  return {
    id,
    pairId,
    seriesId,
    kind: 'one-to-one',
    state: 'planned',
    originalDate: day,
    start: `${day}T10:00:00.000Z`,
    end: `${day}T10:45:00.000Z`,
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
  };
}

export function exampleEffect(
  example: Pick<PairExample, 'supervisor' | 'pair'>,
  changes: Partial<Effect> = {},
): Effect {
  return {
    id: randomUUID(),
    tenantId: example.supervisor.tenantId,
    pairId: example.pair.id,
    actingId: example.supervisor.personId,
    body: { kind: 'end-series', seriesId: 'a series', comment: 'a comment' },
    state: 'promised',
    lane: randomUUID(),
    attempts: 0,
    nextAt: '2026-11-26T09:00:00.000Z',
    submittedAt: null,
    parkedFor: null,
    claims: null,
    promisedAt: '2026-11-26T09:00:00.000Z',
    settledAt: null,
    forMany: false,
    ...changes,
  };
}

/** A pair with one of everything, not yet saved. Every line somebody could have typed says `words`. */
export function examplePair(tenantId: string, words = 'some words'): PairExample {
  const [supervisorId, employeeId] = [randomUUID(), randomUUID()];
  const supervisor = { tenantId, personId: supervisorId };
  const pair: Pair = {
    id: randomUUID(),
    supervisorId,
    employeeId,
    role: 'line',
    from: '2026-01-05',
    to: '2027-12-31',
    extraSupport: {
      since: '2026-03-01',
      every: { weeks: 1 },
      kind: 'procedure',
      reasons: ['new-in-post'],
      reason: words,
    },
    pause: { from: '2026-08-01', until: null, reason: words },
  };
  const series: Series = {
    id: randomUUID(),
    pairId: pair.id,
    state: 'booked',
    plan: {
      pattern: { kind: 'monthly', every: 1, weekday: 4, week: 'last' },
      zone: 'Europe/London',
      startDate: '2026-01-29',
      startTime: '10:00',
      minutes: 45,
      untilDate: '2026-12-31',
    },
    subject: words,
    note: words,
    eventId: randomUUID(),
    iCalUid: randomUUID(),
    joinUrl: 'https://teams.example.test/join',
    chatId: randomUUID(),
  };
  const meeting: Meeting = {
    ...exampleMeeting(pair.id, series.id, '2026-10-29'),
    state: 'closed',
    reason: words,
    movedFrom: '2026-10-28T10:00:00.000Z',
    agendaVersion: 3,
    agreedBySupervisor: 3,
    agreedByEmployee: 2,
    openedAt: '2026-10-29T10:00:01.234Z',
    closedAt: '2026-10-29T10:44:59.999Z',
    packId: 'out',
    packVersion: '1',
  };
  const item: AgendaItem = {
    id: randomUUID(),
    meetingId: meeting.id,
    title: words,
    note: words,
    topicId: 'tasks',
    kindId: 'performance',
    standingId: 'last-actions',
    behaviourId: 'candour',
    raisedBy: employeeId,
    urgency: 'urgent',
    minutes: 10,
    position: 2,
    state: 'discussed',
    timesCarried: 1,
    carriedFromId: null,
  };
  const at = '2026-10-29T10:10:00.000Z';
  const objective = exampleObjective(pair, words);
  return {
    supervisor,
    employee: { tenantId, personId: employeeId },
    people: [examplePerson(supervisorId, words), examplePerson(employeeId, words)],
    pair,
    series,
    meeting,
    singleEvent: {
      id: randomUUID(),
      pairId: pair.id,
      meetingId: meeting.id,
      purpose: 'meeting',
      ownerId: supervisorId,
      state: 'booked',
      start: meeting.start,
      end: meeting.end,
      eventId: randomUUID(),
      iCalUid: randomUUID(),
      joinUrl: 'https://teams.example.test/join-one',
      chatId: randomUUID(),
    },
    standingItem: {
      id: randomUUID(),
      pairId: pair.id,
      title: words,
      kindId: 'work',
      minutes: 5,
      raisedBy: employeeId,
      at,
    },
    wish: { pairId: pair.id, personId: employeeId, minutes: 30 },
    item,
    jotting: {
      id: randomUUID(),
      meetingId: meeting.id,
      authorId: supervisorId,
      text: words,
      at,
      promptId: 'successes',
      sharedItemId: item.id,
    },
    point: {
      id: randomUUID(),
      meetingId: meeting.id,
      itemId: item.id,
      topicId: 'support',
      sectionId: 'concerns',
      authorId: employeeId,
      text: words,
      mark: 'praise',
      behaviourId: 'candour',
      at,
    },
    tick: { meetingId: meeting.id, topicId: 'wellbeing', by: supervisorId, at },
    action: {
      id: randomUUID(),
      pairId: pair.id,
      raisedInId: meeting.id,
      itemId: item.id,
      topicId: 'tasks',
      text: words,
      ownerId: employeeId,
      dueOn: '2026-11-05',
      state: 'dropped',
      settledOn: '2026-11-04',
      droppedReason: words,
      timesCarried: 2,
      createdAt: at,
      history: [
        { at, by: supervisorId, meetingId: meeting.id, change: { kind: 'agreed', dueOn: '2026-11-05' } },
        { at, by: employeeId, meetingId: null, change: { kind: 'reworded', from: words } },
        { at, by: employeeId, meetingId: null, change: { kind: 'dropped', reason: words } },
      ],
    },
    measure: {
      id: randomUUID(),
      pairId: pair.id,
      name: words,
      unit: 'calls',
      target: 12.5,
      better: 'lower',
      readings: [
        { on: '2026-09-30', value: 14 },
        { on: '2026-10-31', value: 13.25 },
      ],
    },
    agreement: exampleAgreement(pair, words),
    objective,
    need: exampleNeed(objective, employeeId, words),
    effect: exampleEffect({ supervisor, pair }, { lane: series.id }),
    form: exampleForm(pair, meeting.id, words),
    seal: {
      meetingId: meeting.id,
      pairId: pair.id,
      number: 1,
      content: words,
      contentHash: 'of the content',
      previousHash: null,
      at,
      hash: 'of the seal',
    },
    signature: {
      meetingId: meeting.id,
      signerId: supervisorId,
      party: 'supervisor',
      kind: 'different-view',
      words,
      at,
      hash: 'of the signature',
    },
    addendum: {
      id: randomUUID(),
      meetingId: meeting.id,
      number: 1,
      authorId: supervisorId,
      text: words,
      at,
      previousHash: 'of the seal',
      hash: 'of the addendum',
    },
    ...exampleFollowing(pair.id, series, meeting),
    standing: exampleStanding(pair, examplePerson(employeeId, '')),
    handover: {
      id: randomUUID(),
      pairId: pair.id,
      toId: supervisorId,
      toPairId: pair.id,
      from: '2026-03-01',
      until: '2026-06-30',
      by: supervisorId,
      at,
      followed: false,
    },
    arrangement: {
      since: '2026-03-01',
      every: { weeks: 1 },
      kind: 'procedure',
      reasons: ['new-in-post'],
      reason: words,
      id: randomUUID(),
      by: supervisorId,
      at,
      until: null,
      endedBy: null,
    },
  };
}

/** Saves a pair with all that is its, as the supervisor, in one transaction. */
export async function savePair(store: Store, example: PairExample): Promise<void> {
  const { pair } = example;
  await store.asPerson(example.supervisor, async (tx) => {
    await tx.people.save(example.people);
    await tx.pairs.save(pair);
    await tx.series.save(example.series);
    await tx.meetings.save([example.meeting]);
    await tx.singleEvents.save(example.singleEvent);
    await tx.ownStandingItems.save(example.standingItem);
    await tx.preparations.saveWish(example.wish);
    await tx.agendas.save([example.item], pair.id);
    await tx.preparations.save(example.jotting, pair.id);
    await tx.records.savePoint(example.point, pair.id);
    await tx.records.saveTick(example.tick, pair.id);
    await tx.actions.save([example.action]);
    await tx.measures.save(example.measure);
    await tx.agreements.save(example.agreement);
    await tx.objectives.save(example.objective);
    await tx.objectives.saveNeed(example.need);
    await tx.effects.save(example.effect);
    await saveForm(tx, example.form);
    // Written once and never again.
    if ((await tx.signOffs.sealOf(example.meeting.id)) === null) {
      await tx.signOffs.addSeal(example.seal);
      await tx.signOffs.addSignature(example.signature, pair.id);
      await tx.signOffs.addAddendum(example.addendum, pair.id);
    }
    if ((await tx.following.findNews(example.news.id)) === null) await tx.following.addNews([example.news]);
    await tx.following.saveMeetingBases(pair.id, new Map([[example.meeting.id, example.meetingBase]]));
    await tx.following.saveSeriesBase(pair.id, example.series.id, example.seriesBase);
    await tx.standings.save([example.standing]);
    await tx.arrangements.add(example.arrangement, pair.id);
    await tx.handovers.save(example.handover);
    await tx.protectedHours.keep([{ days: [1], from: '09:00', until: '10:00' }]);
    await tx.hours.ask([pair.id], example.meeting.start);
    await saveRescheduling(tx, example);
    await tx.changed(pair.id, 'everything');
  });
}

/** A saved pair in a tenant of its own. */
export async function savedPair(store: Store, tenantId: string = randomUUID(), words?: string): Promise<PairExample> {
  const example = examplePair(tenantId, words);
  await savePair(store, example);
  return example;
}
