import { afterAll, afterEach, beforeAll } from 'vitest';
import type { ResponseOf } from '#contract/api.ts';
import type { NewsView } from '#contract/following.ts';
import {
  askLocal,
  eventAt,
  eventPath,
  hoursLater,
  utc,
  workInOutlook,
  type GraphEvent,
  type Json,
} from '#tests/support/at-work-in-outlook.ts';
import { eventually } from '#tests/support/eventually.ts';
import { mixedPolicy } from '#tests/support/mixed-policy.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

export let started: Started;
export let priya: PersonClient;
export let tomasz: PersonClient;
export let pairId = '';

/** One house for a test file, with one pair whose calendars Duologue follows. */
export function keepFollowedPair(): void {
  beforeAll(async () => {
    started = await startDuologue({ policy: await mixedPolicy('out', { ess: ['prepare'] }) });
    priya = await started.as('priya');
    tomasz = await started.as('tomasz');
    const home = await priya.call('home');
    pairId = home.people.find((one) => one.other.id === tomasz.personId)?.pairId ?? '';
    await subscribed();
    await eventually(async () => (await priya.call('outlookNews', { params: { pairId } })).lookedAt);
  });
  afterAll(() => started.close());
  afterEach(() => local('DELETE', '/faults'));
}

/** What somebody does in Outlook. */
export function inOutlook(person: PersonClient, method: string, path: string, body?: unknown): Promise<Json> {
  return workInOutlook(started, person, method, path, body);
}

/** What the local Microsoft 365 is asked to do. */
export function local(method: string, path: string, body?: unknown): Promise<Response> {
  return askLocal(started, method, path, body);
}

export function occurrenceAt(person: PersonClient, start: string): Promise<GraphEvent> {
  return eventAt(started, person, start, 'Tomasz');
}

type PairView = ResponseOf<'pair'>;

export function pairOf(person: PersonClient): Promise<PairView> {
  return person.call('pair', { params: { pairId } });
}

/** The one-to-ones to come, by start. */
export async function planned(): Promise<PairView['meetings']> {
  const { meetings } = await pairOf(priya);
  return meetings.filter(({ state, kind }) => state === 'planned' && kind === 'one-to-one').toReversed();
}

/** Until Duologue is subscribed, nothing is told to it. */
export function subscribed(): Promise<Json> {
  return eventually(async () => {
    const { subscriptions } = (await (await local('GET', '/deliveries')).json()) as { subscriptions: Json[] };
    return subscriptions.find(({ mailbox }) => mailbox === priya.personId);
  });
}

export async function newsOf(person: PersonClient, kind: NewsView['kind']): Promise<NewsView[]> {
  const { news } = await person.call('outlookNews', { params: { pairId } });
  return news.filter((one) => one.kind === kind);
}

/** Waits for news; within ten seconds, as is promised where notifications come. */
export function hears(person: PersonClient, kind: NewsView['kind'], meetingId?: string): Promise<NewsView> {
  return eventually(
    async () =>
      (await newsOf(person, kind)).find(({ meeting }) => meetingId === undefined || meeting?.id === meetingId),
    10_000,
  );
}

/** Priya drags a meeting in her calendar. */
export async function drag(meeting: { readonly start: string; readonly end: string }, hours: number) {
  const to = { start: hoursLater(meeting.start, hours), end: hoursLater(meeting.end, hours) };
  const event = await occurrenceAt(priya, meeting.start);
  await inOutlook(priya, 'PATCH', eventPath(event), { start: utc(to.start), end: utc(to.end) });
  return to;
}

/** Until a meeting stands at a time, within ten seconds. */
export function standsAt(meetingId: string, start: string): Promise<unknown> {
  return eventually(async () => {
    started.trial.duologue.wake();
    return (await planned()).some((one) => one.id === meetingId && one.start === start);
  }, 10_000);
}

/** Until nothing is on its way to Outlook. */
export function settled(): Promise<unknown> {
  return eventually(async () => (await pairOf(priya)).deliveries.every(({ state }) => state !== 'promised'));
}

/** One of those to come, counted from 0. */
export async function nth(index: number): Promise<PairView['meetings'][number]> {
  const meeting = (await planned())[index];
  if (meeting === undefined) throw new Error('none planned');
  return meeting;
}
