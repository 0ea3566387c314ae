import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResponseOf } from '#contract/api.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;
let tomasz: PersonClient;
let pairId = '';

type Json = Record<string, unknown>;
interface GraphEvent extends Json {
  readonly id: string;
  readonly subject: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
}

/** Somebody at work in Outlook, where Duologue has no part in it. */
async function inOutlook(person: PersonClient, method: string, path: string, body?: unknown): Promise<Json> {
  const { origin } = started.trial.microsoft365;
  const signedIn = await fetch(`${origin}/_local/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ personId: person.personId }),
  });
  const { graphToken } = (await signedIn.json()) as { graphToken: string };
  const answer = await fetch(`${origin}/v1.0${path}`, {
    method,
    headers: { Authorization: `Bearer ${graphToken}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Json);
}

function local(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${started.trial.microsoft365.origin}/_local${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

type PairView = ResponseOf<'pair'>;
function pairOf(person: PersonClient): Promise<PairView> {
  return person.call('pair', { params: { pairId } });
}

async function planned(): Promise<PairView['meetings']> {
  const { meetings } = await pairOf(priya);
  return meetings.filter(({ state, kind }) => state === 'planned' && kind === 'one-to-one').toReversed();
}

/** The occurrence in a person's calendar that stands at a moment. */
async function occurrenceAt(person: PersonClient, start: string): Promise<GraphEvent> {
  const view = await inOutlook(
    person,
    'GET',
    `/me/calendarView?startDateTime=${start}&endDateTime=${new Date(Date.parse(start) + 60_000).toISOString()}&$top=50`,
  );
  const found = (view['value'] as GraphEvent[]).find(({ subject }) => subject.includes('Tomasz'));
  if (found === undefined) throw new Error(`nothing at ${start}`);
  return found;
}

function hoursLater(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
}

function utc(instant: string): { dateTime: string; timeZone: string } {
  return { dateTime: instant.slice(0, 19), timeZone: 'UTC' };
}

/** Until Duologue is subscribed, nothing is told to it. */
function subscribed(): Promise<unknown> {
  return eventually(async () => {
    const { value } = await inOutlook(priya, 'GET', '/me/calendar').then(() =>
      local('GET', '/deliveries').then(
        (answer) => answer.json() as Promise<{ subscriptions?: unknown[]; value?: unknown[] }>,
      ),
    );
    return value ?? true;
  });
}

beforeAll(async () => {
  started = await startDuologue();
  priya = await started.as('priya');
  tomasz = await started.as('tomasz');
  const home = await priya.call('home');
  pairId = home.people.find((one) => one.other.id === tomasz.personId)?.pairId ?? '';
  await subscribed();
});
afterAll(() => started.close());

describe('a meeting that is moved in Outlook', () => {
  test('[OUT-3] [C2] is where Outlook has it within ten seconds, and is the same meeting', async () => {
    const [next] = await planned();
    if (next === undefined) throw new Error('none planned');
    const event = await occurrenceAt(priya, next.start);
    const [start, end] = [hoursLater(next.start, 1), hoursLater(next.end, 1)];
    await inOutlook(priya, 'PATCH', `/me/events/${encodeURIComponent(event.id)}`, { start: utc(start), end: utc(end) });
    const moved = await eventually(
      async () => (await planned()).find((one) => one.id === next.id && one.start === start),
      10_000,
    );
    expect(moved).toMatchObject({ id: next.id, start, end, originalDate: next.originalDate, movedFrom: next.start });
  });
});

describe('a meeting that is cancelled in Outlook', () => {
  test('[OUT-3] [C2] is called off, and what was on its agenda goes on to the next', async () => {
    const [, second, third] = await planned();
    if (second === undefined || third === undefined) throw new Error('none planned');
    const id = crypto.randomUUID();
    const request = {
      id,
      title: 'The stock room',
      note: null,
      topicId: null,
      kindId: null,
      urgency: 'normal',
      minutes: 5,
    } as const;
    await tomasz.call('addItem', { params: { meetingId: second.id }, request });
    const event = await occurrenceAt(priya, second.start);
    await inOutlook(priya, 'DELETE', `/me/events/${encodeURIComponent(event.id)}`);
    await eventually(
      async () => (await pairOf(tomasz)).meetings.find((one) => one.id === second.id && one.state === 'cancelled'),
      10_000,
    );
    const next = await tomasz.call('meeting', { params: { meetingId: third.id } });
    expect(next.items.map(({ title }) => title)).toContain('The stock room');
  });
});
