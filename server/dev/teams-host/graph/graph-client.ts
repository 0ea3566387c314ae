import { LocalProblem } from '../control/local-api.ts';
import type { Session } from '../control/session.ts';

/** One request to Graph. */
export interface GraphRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** IANA zone Graph answers wall times in; UTC when absent. */
  readonly timeZone?: string;
}

/** Asks Graph as the signed-in person; a token found too old is renewed once. @throws LocalProblem */
export async function askGraph<Answer>(session: Session, path: string, request: GraphRequest = {}): Promise<Answer> {
  let response = await send(session, path, request);
  if (response.status === 401) {
    await session.renew();
    response = await send(session, path, request);
  }
  const text = await response.text();
  if (!response.ok) throw new LocalProblem(graphMessage(text, response.status), response.status);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** All pages of a Graph collection. @throws LocalProblem */
export async function askGraphForAll<Item>(
  session: Session,
  path: string,
  request: GraphRequest = {},
): Promise<Item[]> {
  const items: Item[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const page: { value: Item[]; '@odata.nextLink'?: string } = await askGraph(session, next, request);
    items.push(...page.value);
    const link = page['@odata.nextLink'];
    // Only the path is kept, so that a token never follows a link to another origin.
    next = link === undefined ? undefined : new URL(link).pathname.replace(/^\/v1\.0\//, '') + new URL(link).search;
  }
  return items;
}

async function send(session: Session, path: string, request: GraphRequest): Promise<Response> {
  const prefer = [
    'outlook.body-content-type="html"',
    ...(request.timeZone === undefined ? [] : [`outlook.timezone="${request.timeZone}"`]),
  ];
  return fetch(`/v1.0/${path}`, {
    method: request.method ?? 'GET',
    headers: {
      authorization: `Bearer ${await session.graphToken()}`,
      prefer: prefer.join(', '),
      // Tells the local Microsoft 365 that its own pages ask, not the app under trial.
      'x-local-pages': 'teams-host',
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  }).catch((cause: unknown) => {
    throw new LocalProblem(`The local Microsoft 365 does not answer. Is it still running? (${String(cause)})`, 0);
  });
}

function graphMessage(text: string, status: number): string {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: string; message?: string } };
    if (error?.message !== undefined) return `${error.message} (${String(status)} ${error.code ?? ''})`;
  } catch {
    // Not JSON: the number says what there is to say.
  }
  return `Graph answered ${String(status)}.`;
}
