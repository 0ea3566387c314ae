import { startMicrosoft365 } from '#server/dev/microsoft365/start.ts';
import type { Microsoft365, Microsoft365Options } from '#server/dev/microsoft365/start.ts';
import { loadOrganisation, personByKey, addressOf } from '#server/dev/organisation/organisation.ts';

/** Thursday 26 November 2026, 09:40 in London. */
export const NOW = Date.parse('2026-11-26T09:40:00Z');

export const APP = {
  clientId: '11111111-2222-4333-8444-555555555555',
  clientSecret: 'a secret for tests',
  name: 'Duologue',
  teamsAppId: '22222222-2222-4333-8444-555555555555',
  catalogAppId: '33333333-2222-4333-8444-555555555555',
  appOrigin: 'http://localhost:3978',
};

export const organisation = loadOrganisation();

export type Json = Record<string, unknown>;

export interface GraphAnswer {
  status: number;
  headers: Headers;
  /** Parsed JSON, or an empty object when the answer has no body. */
  body: Json;
}

/** Starts a local Microsoft 365 on any free port, with every answer checked against Graph's description. */
export function startLocal(options: Partial<Microsoft365Options> = {}): Promise<Microsoft365> {
  return startMicrosoft365({
    port: 0,
    dataDirectory: null,
    organisation,
    now: () => NOW,
    apps: APP,
    validate: true,
    ...options,
  });
}

export function idOf(key: string): string {
  return personByKey(organisation, key).id;
}

export function mailOf(key: string): string {
  return addressOf(organisation, personByKey(organisation, key));
}

/** Calls one of the addresses that only exist locally. */
export async function local(m365: Microsoft365, method: string, path: string, body?: unknown): Promise<GraphAnswer> {
  return call(`${m365.origin}/_local${path}`, method, {}, body);
}

export interface SignedIn {
  graphToken: string;
  apiToken: string;
  graph: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<GraphAnswer>;
}

/** Signs a person in as a host does, and gives Graph as they see it. */
export async function signIn(m365: Microsoft365, key: string): Promise<SignedIn> {
  const { body } = await local(m365, 'POST', '/sign-in', { personId: idOf(key) });
  const graphToken = String(body['graphToken']);
  return { graphToken, apiToken: String(body['apiToken']), graph: graphWith(m365, graphToken) };
}

/** Graph with a token. */
export function graphWith(m365: Microsoft365, token: string): SignedIn['graph'] {
  return (method, path, body, headers = {}) =>
    call(`${m365.graphBase}${path}`, method, { Authorization: `Bearer ${token}`, ...headers }, body);
}

/** Posts a form to the token endpoint. */
export async function postForm(m365: Microsoft365, form: Record<string, string>): Promise<GraphAnswer> {
  const response = await fetch(m365.tokenEndpoint, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
}

async function call(url: string, method: string, headers: Record<string, string>, body: unknown): Promise<GraphAnswer> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
  return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as Json) : {} };
}

/** Graph for a person through Duologue, with exactly these delegated permissions. */
export async function delegated(m365: Microsoft365, key: string, scope: string): Promise<SignedIn['graph']> {
  const { apiToken } = await signIn(m365, key);
  const { body } = await postForm(m365, { ...onBehalfOf(apiToken), scope });
  return graphWith(m365, String(body['access_token']));
}

/** The form of an on-behalf-of request. */
export function onBehalfOf(assertion: string): Record<string, string> {
  return {
    client_id: APP.clientId,
    client_secret: APP.clientSecret,
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    scope: 'User.Read',
    assertion,
  };
}

/** The items of a collection answer. */
export function items(answer: GraphAnswer): Json[] {
  return (answer.body['value'] ?? []) as Json[];
}

/** A value inside JSON, by steps. */
export function at(value: unknown, ...steps: (string | number)[]): unknown {
  return steps.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);
}

/** The ledger's entries of one kind, as far as a test compares them. */
export function received(
  m365: Microsoft365,
  kind: string,
): { who: string | null; subject: string | null; date: string | undefined }[] {
  return m365
    .ledger()
    .filter((entry) => entry.kind === kind)
    .map((entry) => ({ who: entry.address, subject: entry.subject, date: entry.occurrenceDate }));
}

/** A fortnightly Tuesday one-to-one of Priya and Yusuf, across both clock changes. */
export function seriesBody(extra: Json = {}): Json {
  return {
    subject: 'One-to-one: Priya and Yusuf',
    body: { contentType: 'HTML', content: '<p>Our one-to-ones.</p>' },
    start: { dateTime: '2026-12-01T10:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-12-01T10:30:00', timeZone: 'Europe/London' },
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    attendees: [{ type: 'Required', emailAddress: { address: mailOf('yusuf'), name: 'Yusuf Haddad' } }],
    recurrence: {
      pattern: { type: 'weekly', interval: 2, daysOfWeek: ['Tuesday'], firstDayOfWeek: 'monday' },
      range: { type: 'endDate', startDate: '2026-12-01', endDate: '2027-11-30' },
    },
    ...extra,
  };
}
