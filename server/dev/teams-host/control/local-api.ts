/** What went wrong when these pages asked the local Microsoft 365: what it said, and its number. */
export class LocalProblem extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.name = 'LocalProblem';
    this.status = status;
  }
}

/** Someone of the pretend organisation. Zones are IANA names. */
export interface LocalPerson {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly mail: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly managerId: string | null;
  readonly reports: number;
  readonly timeZone: string;
  readonly windowsTimeZone: string;
}

/** Who is signed in, with the tokens of these pages and of the app. Lifetime in seconds. */
export interface SignIn {
  readonly person: LocalPerson;
  readonly tenantId: string;
  readonly graphToken: string;
  readonly apiToken: string;
  readonly expiresIn: number;
}

/** The app as the local Microsoft 365 knows it. */
export interface LocalApp {
  readonly clientId: string;
  readonly name: string;
  readonly teamsAppId: string;
  readonly catalogAppId: string;
  readonly appOrigin: string;
  /** How its manifest offers a tab for chats. */
  readonly chatTab: 'static' | 'configurable';
  readonly tenantId: string;
  readonly tenantName: string;
}

/** One line of what really happened in the mailboxes. */
export interface LedgerEntry {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly mailbox: string | null;
  readonly address: string | null;
  readonly by: { readonly personId: string | null; readonly app: string };
  readonly subject: string | null;
  readonly occurrenceDate?: string;
  readonly detail?: string;
  readonly attachment?: { readonly name: string; readonly size: number };
}

/** Something Teams tells a person: a line of the activity feed. */
export interface Notification {
  readonly id: string;
  readonly at: string;
  readonly fromName: string;
  readonly activityType: string;
  readonly text: string;
  readonly preview: string;
  readonly webUrl: string;
  readonly chatId: string | null;
}

/** A chat of Teams, with the apps installed in it. */
export interface LocalChat {
  readonly id: string;
  readonly topic: string;
  readonly chatType: string;
  readonly members: readonly { readonly id: string; readonly displayName: string }[];
  readonly installedAppIds: readonly string[];
  readonly event: { readonly organizerEventId: string; readonly iCalUId: string; readonly joinUrl: string } | null;
}

/** What stands behind a meeting's join link. */
export interface LocalMeeting {
  readonly joinUrl: string;
  readonly chatId: string;
  readonly subject: string;
  readonly organizerId: string;
  readonly members: readonly LocalPerson[];
  readonly appInstalled: boolean;
}

/** Asks the local Microsoft 365's own interface under `/_local`. @throws LocalProblem */
export async function askLocal<Answer>(
  path: string,
  method: 'GET' | 'POST' | 'DELETE' = 'GET',
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`/_local/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new LocalProblem(`The local Microsoft 365 does not answer. Is it still running? (${String(cause)})`, 0);
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok)
    throw new LocalProblem(problemText(answer) ?? `It answered ${String(response.status)}.`, response.status);
  return answer as Answer;
}

function problemText(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { error, error_description: description, message } = answer as Record<string, unknown>;
  return [description, message, error].find((text) => typeof text === 'string');
}
