import { entraAdapters } from '#server/adapters/entra/entra-adapters.ts';
import type { EntraAdapters } from '#server/adapters/entra/entra-adapters.ts';
import type { BackgroundTerms, EntraConfig } from '#server/adapters/entra/entra-config.ts';
import type { TokenFor } from '#server/adapters/entra/on-behalf-of.ts';
import { graphAdapters } from '#server/adapters/graph/graph-adapters.ts';
import type { GraphAdapters } from '#server/adapters/graph/graph-adapters.ts';
import { instantFromMilliseconds } from '#core/time.ts';
import type { Actor } from '#core/people/person.ts';
import { machineTiming } from '#server/adapters/system/machine-timing.ts';
import type { Clock, LogFacts, Logger } from '#server/ports/system.ts';
import type { TokenRefusals } from '#server/ports/token-refusals.ts';
import { addressOf, loadOrganisation, personByKey } from '#server/dev/organisation/organisation.ts';
import { startMicrosoft365 } from '#server/dev/microsoft365/start.ts';
import type { Microsoft365, Microsoft365Options } from '#server/dev/microsoft365/start.ts';

const clientId = '0f6ab1c9-7c31-4d86-9a3b-5a0d3c1f7e11';

export interface Someone {
  readonly actor: Actor;
  readonly name: string;
  readonly mail: string;
}

/** The local Microsoft 365 with our adapters on it, and what a test asks of either. */
export interface LocalTenant extends GraphAdapters {
  readonly m365: Microsoft365;
  readonly entra: EntraConfig;
  readonly identity: EntraAdapters['identity'];
  readonly passes: EntraAdapters['passes'];
  readonly graphToken: TokenFor;
  readonly clock: Clock;
  /** Events and facts logged so far. */
  readonly logged: { readonly event: string; readonly facts: LogFacts }[];
  /** Signs somebody in: their token is verified and held. */
  signIn(key: string): Promise<Someone>;
  /** Moves the clock of both sides. */
  passMinutes(minutes: number): void;
  fault(fault: Readonly<Record<string, unknown>>): Promise<void>;
  /** Ends all faults, and lets so much time pass that nothing is left of them. */
  noFaults(): Promise<void>;
  /** A look into somebody's mailbox through Graph itself, past our adapters. */
  look(someone: Someone, path: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** Keeps nothing of what tokens were refused: who-acts.test.ts brings a database that does. */
const nothingKept: TokenRefusals = {
  of: () => Promise.resolve([]),
  keep: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

/** Starts it with nothing kept on disk, on Monday 23 November 2026 at nine. */
export async function startTenant(
  options: Partial<Microsoft365Options> = {},
  background: BackgroundTerms = { isAllowed: true, grantedInExchange: [] },
  tokenRefusals: TokenRefusals = nothingKept,
): Promise<LocalTenant> {
  let now = Date.parse('2026-11-23T09:00:00Z');
  const organisation = loadOrganisation();
  const m365 = await startMicrosoft365({
    port: 0,
    dataDirectory: null,
    organisation,
    now: () => now,
    apps: {
      clientId,
      clientSecret: 'for this machine only',
      name: 'Duologue',
      teamsAppId: 'a1f6a7b0-3a57-4f8e-9a08-0b6f2a9c5d10',
      catalogAppId: 'c5d2e7f4-6b1a-4c39-8e52-7d90f3a1b264',
      appOrigin: 'http://localhost:3978',
    },
    validate: true,
    applicationRoles: [],
    ...options,
  });
  const logged: { event: string; facts: LogFacts }[] = [];
  const note = (event: string, facts: LogFacts = {}): void => {
    logged.push({ event, facts });
  };
  const log: Logger = { info: note, warn: note, error: note };
  const clock = { now: () => instantFromMilliseconds(now) };
  const machine = machineTiming();
  let slept = 0;
  const timing = { pause: machine.pause, now: () => machine.now() + slept };
  const entra: EntraConfig = {
    clientId,
    clientSecret: 'for this machine only',
    tenants: [m365.tenantId],
    issuerTemplate: `${m365.origin}/{tenantid}/v2.0`,
    jwksUri: m365.jwksUri,
    authority: 'https://login.microsoftonline.com/{tenantid}',
    authorityMetadata: m365.authorityMetadata,
    cloudDiscoveryMetadata: m365.cloudDiscoveryMetadata,
    clients: null,
    graphResource: 'https://graph.microsoft.com',
    background,
  };
  const { identity, passes } = entraAdapters(entra, { clock, log, tokenRefusals });
  const graphToken: TokenFor = async (...asked) => (await passes.passFor(...asked)).token;
  const adapters = graphAdapters(
    {
      origin: m365.origin,
      catalogAppId: 'c5d2e7f4-6b1a-4c39-8e52-7d90f3a1b264',
      defaultZone: 'Europe/London',
      gradeAttribute: 'extensionAttribute1',
      contractAttribute: 'extensionAttribute2',
      incrementAttribute: 'extensionAttribute3',
    },
    { passes, clock, timing, log, notificationUrl: 'http://localhost:1/graph/notifications' },
  );
  const local = async (path: string, init?: RequestInit): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${m365.origin}/_local${path}`, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  };
  const posted = (path: string, body: unknown): Promise<Record<string, unknown>> =>
    local(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  const apiToken = async (personId: string): Promise<string> =>
    String((await posted('/sign-in', { personId })).apiToken);

  return {
    ...adapters,
    m365,
    entra,
    identity,
    passes,
    graphToken,
    clock,
    logged,
    async signIn(key) {
      const person = personByKey(organisation, key);
      const token = await apiToken(person.id);
      const { actor, expiresAt } = await identity.verify(token);
      identity.hold(actor, token, expiresAt);
      return { actor, name: `${person.givenName} ${person.surname}`, mail: addressOf(organisation, person) };
    },
    passMinutes(minutes) {
      now += minutes * 60_000;
    },
    async fault(fault) {
      await posted('/faults', fault);
    },
    async noFaults() {
      // Whatever had to be kept quiet is over.
      slept += 3_600_000;
      await local('/faults', { method: 'DELETE' });
    },
    async look(someone, path) {
      const { graphToken: token } = await posted('/sign-in', { personId: someone.actor.personId });
      const answer = await fetch(`${m365.origin}/v1.0${path}`, {
        headers: { authorization: `Bearer ${String(token)}` },
      });
      return (await answer.json()) as Record<string, unknown>;
    },
    close: () => m365.close(),
  };
}
