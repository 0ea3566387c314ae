import type { PersonClient } from './person-client.ts';
import type { Started } from './start-duologue.ts';

export type Json = Record<string, unknown>;
export type GraphEvent = {
  readonly id: string;
  readonly subject: string;
  readonly start: { readonly dateTime: string };
} & Json;

/** Somebody at work in Outlook, where Duologue has no part in it. */
export async function workInOutlook(
  { trial }: Started,
  { personId }: PersonClient,
  method: string,
  path: string,
  body?: unknown,
): Promise<Json> {
  const { origin } = trial.microsoft365;
  const signedIn = await fetch(`${origin}/_local/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ personId }),
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

/** What only the local Microsoft 365 can be told: faults, deliveries, accounts. */
export function askLocal({ trial }: Started, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${trial.microsoft365.origin}/_local${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The event in a person's calendar that stands at a moment and names somebody. */
export async function eventAt(
  started: Started,
  person: PersonClient,
  start: string,
  name: string,
): Promise<GraphEvent> {
  const until = new Date(Date.parse(start) + 60_000).toISOString();
  const path = `/me/calendarView?startDateTime=${start}&endDateTime=${until}&$top=50`;
  const view = await workInOutlook(started, person, 'GET', path);
  const found = (view['value'] as GraphEvent[]).find(({ subject }) => subject.includes(name));
  if (found === undefined) throw new Error(`nothing at ${start}`);
  return found;
}

export function hoursLater(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
}

/** A moment as Graph takes it. */
export function utc(instant: string): { dateTime: string; timeZone: string } {
  return { dateTime: instant.slice(0, 19), timeZone: 'UTC' };
}

export const eventPath = ({ id }: { readonly id: string }): string => `/me/events/${encodeURIComponent(id)}`;
