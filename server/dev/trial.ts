import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lockDirectory } from '../adapters/sql/directory-lock.ts';
import { compose, type Running } from '../compose.ts';
import type { Config } from '../config.ts';
import { readPolicyText } from '../policy-data.ts';
import type { Logger, Timing } from '../ports/system.ts';
import { loadHistory } from './history/history.ts';
import { seedHistory } from './history/seed-history.ts';
import { startMicrosoft365 } from './microsoft365/start.ts';
import { loadOrganisation, type Organisation } from './organisation/organisation.ts';
import { requestedPermissions } from './requested-permissions.ts';

export interface TrialOptions {
  readonly port: number;
  readonly microsoft365Port: number;
  /** Null: nothing is kept. */
  readonly directory: string | null;
  readonly fresh: boolean;
  /** The clock of both, in epoch milliseconds: the machine's, or a test's. */
  readonly now: () => number;
  readonly log: Logger;
  /** How time passes while both run; left out, as it does on this machine. */
  readonly timing?: Timing;
  /** The same for requests of the local Microsoft 365. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  readonly database?: Config['database'];
  /** The built client; left out, the project's own build. */
  readonly clientDirectory?: string;
  /** The policy file in force; left out, the demo organisation's own. */
  readonly policy?: string;
  /** The tenant grants Duologue itself what may be done for people who are not here; left out, it does not. */
  readonly background?: boolean;
  /** How often calendars are looked at though nobody told of a change; left out, every ten minutes. */
  readonly pollMinutes?: number;
  /** Checks every answer of the local Microsoft 365 against Graph's own description. */
  readonly validate?: boolean;
  /** People of their own, who have no past in Duologue; left out, the demo organisation with its past. */
  readonly organisation?: Organisation;
}

export interface Trial {
  readonly origin: string;
  readonly microsoft365: Awaited<ReturnType<typeof startMicrosoft365>>;
  readonly duologue: Running;
  /** Ends Duologue and starts it again over what it kept, as after an update; Microsoft 365 goes on. Nothing to come back to without a directory. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const inForce = z.object({ policy: z.string(), holidays: z.string() });

/** Made up once for trying out; they open nothing anywhere else. */
const registration = {
  clientId: '3f2b6c1e-5a4d-4f0e-9b57-6d1f0c8a2e11',
  clientSecret: 'only-for-trying-out-on-this-machine',
  teamsAppId: '7c1f4e0a-9d2b-4c63-8e55-1b0a6f3d2c77',
  catalogAppId: '0d9a5b3e-6c4f-4a21-b1d8-2e7f5c9a8b66',
  permissions: requestedPermissions,
} as const;

function fileBeside(name: string): string {
  return new URL(`../../policies/${name}`, import.meta.url).pathname;
}

/** A fresh start, or one that was cut off while the past was being written, begins with nothing. */
function prepareDirectory(
  directory: string,
  fresh: boolean,
): { readonly isNew: boolean; readonly written: () => void } {
  const mark = join(directory, 'complete');
  const complete = ((): boolean => {
    try {
      return readFileSync(mark, 'utf8') !== '';
    } catch {
      return false;
    }
  })();
  if (fresh || !complete) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  return {
    isNew: fresh || !complete,
    written: () => {
      writeFileSync(mark, 'yes\n');
    },
  };
}

type Microsoft365 = Awaited<ReturnType<typeof startMicrosoft365>>;

function trialConfig(
  options: TrialOptions,
  origin: string,
  m365: Microsoft365,
  files: z.infer<typeof inForce>,
): Config {
  return {
    port: options.port,
    host: 'localhost',
    origin,
    logLevel: 'warn',
    pollMinutes: options.pollMinutes ?? 10,
    database: options.database ?? {
      kind: 'pglite',
      directory: options.directory === null ? null : join(options.directory, 'database'),
    },
    policyFile: options.policy ?? fileBeside(files.policy),
    holidaysFile: fileBeside(files.holidays),
    clientDirectory: options.clientDirectory ?? new URL('../../dist/client', import.meta.url).pathname,
    teamsAppId: registration.teamsAppId,
    hostOrigins: [m365.origin],
    frameAncestors: [m365.origin],
    connectOrigins: [m365.origin],
    officeScriptUrl: `${m365.origin}/office/office.js`,
    sentItemsAddress: `${m365.origin}/#/mail/sentitems`,
    entra: {
      clientId: registration.clientId,
      clientSecret: registration.clientSecret,
      tenants: [m365.tenantId],
      issuerTemplate: `${m365.origin}/{tenantid}/v2.0`,
      jwksUri: m365.jwksUri,
      authority: 'https://login.microsoftonline.com/{tenantid}',
      authorityMetadata: m365.authorityMetadata,
      cloudDiscoveryMetadata: m365.cloudDiscoveryMetadata,
      clients: null,
      graphResource: 'https://graph.microsoft.com',
      background: { isAllowed: true, grantedInExchange: [] },
    },
    graph: {
      origin: m365.origin,
      catalogAppId: registration.catalogAppId,
      defaultZone: 'Europe/London',
      gradeAttribute: 'extensionAttribute1',
      contractAttribute: 'extensionAttribute2',
      incrementAttribute: 'extensionAttribute3',
    },
  };
}

/**
 * Starts the local Microsoft 365 and Duologue beside it, with an invented organisation that has a past.
 * @throws StoreUnavailable, or what listening on a port throws
 */
export async function startTrial(options: TrialOptions): Promise<Trial> {
  const unlock = options.directory === null ? (): void => undefined : await lockDirectory(options.directory);
  const undo: (() => Promise<void> | void)[] = [unlock];
  const closeAll = async (): Promise<void> => {
    const troubles: unknown[] = [];
    for (const one of undo.splice(0).reverse()) {
      try {
        await one();
      } catch (trouble) {
        troubles.push(trouble);
      }
    }
    if (troubles.length > 0) throw troubles[0];
  };
  try {
    const place = options.directory === null ? null : prepareDirectory(options.directory, options.fresh);
    const organisation = options.organisation ?? loadOrganisation();
    const origin = `http://localhost:${options.port}`;
    const microsoft365 = await startMicrosoft365({
      port: options.microsoft365Port,
      host: 'localhost',
      dataDirectory: options.directory === null ? null : join(options.directory, 'microsoft365'),
      organisation,
      now: options.now,
      apps: { ...registration, name: 'Duologue', appOrigin: origin, actsInMeetings: options.background === true },
      applicationRoles: options.background === true ? requestedPermissions.application : [],
      pagesDirectory: new URL('../../dist/teams-host', import.meta.url).pathname,
      validate: options.validate ?? false,
      ...(options.pause === undefined ? {} : { pause: options.pause }),
    });
    undo.push(() => microsoft365.close());
    const files = inForce.parse(JSON.parse(readFileSync(fileBeside('in-force.json'), 'utf8')));
    const config = trialConfig(options, origin, microsoft365, files);
    const clock = { now: () => new Date(options.now()).toISOString() };
    const begin = (): Promise<Running> => compose(config, { clock, log: options.log, timing: options.timing });
    let duologue = await begin();
    undo.push(() => duologue.close());
    if (place === null || place.isNew) {
      if (options.organisation === undefined) {
        const { pack } = await readPolicyText(config.policyFile);
        await seedHistory(duologue.store, pack, organisation, loadHistory(), microsoft365.bornAt);
      }
      place?.written();
    }
    return {
      origin,
      microsoft365,
      get duologue() {
        return duologue;
      },
      restart: async () => {
        await duologue.close();
        duologue = await begin();
      },
      close: closeAll,
    };
  } catch (cause) {
    await closeAll().catch(() => undefined);
    throw cause;
  }
}
