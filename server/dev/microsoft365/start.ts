import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { loadPartnerOrganisation } from '../organisation/organisation.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { Authorities } from './entra/authorities.ts';
import { entraRouter, openidConfiguration } from './entra/endpoints.ts';
import { KeyRing } from './entra/keys.ts';
import { EVERY_SCOPE } from './entra/register.ts';
import { Seal } from './entra/sealed.ts';
import { TokenOffice } from './entra/tokens.ts';
import { uploadReception } from './calendar/upload-routes.ts';
import { Faults } from './local/faults.ts';
import { errorEnvelope } from './graph/error.ts';
import type { Operation } from './graph/router.ts';
import { graphService } from './graph/service.ts';
import { Limits } from './limits/limits.ts';
import { Deliveries } from './subscriptions/deliveries.ts';
import { watchChanges } from './subscriptions/watch-changes.ts';
import type { LedgerEntry } from './local/ledger.ts';
import { localApi } from './local/local-api.ts';
import { Tenant } from './tenant/tenant.ts';
import type { RegisteredApp } from './tenant/tenant.ts';
import { neighbourGraph, neighbourLocal, openNeighbours } from './tenant/neighbours.ts';
import { seedTenant } from './tenant/tenant-seed.ts';

/** Application permissions an administrator has granted, unless told otherwise. */
const GRANTED_ROLES = [
  'User.Read.All',
  'Calendars.ReadWrite',
  'MailboxSettings.Read',
  'Mail.Send',
  'TeamsAppInstallation.ReadWriteSelfForChat.All',
  'TeamsActivity.Send',
  'OnlineMeetings.Read.All',
  'AppCatalog.Read.All',
];

/** How a local Microsoft 365 is to be started. */
export interface Microsoft365Options {
  /** Port to listen on; 0 takes any free one. */
  port: number;
  host?: string;
  /** Folder that keeps state across restarts; null keeps everything in memory. */
  dataDirectory: string | null;
  organisation: Organisation;
  /** Organisations with a tenant of their own beside the first; left out, a small partner. */
  neighbours?: readonly Organisation[];
  /** Epoch milliseconds; the only clock there is. */
  now: () => number;
  apps: RegisteredApp;
  /** Folder with the built pages, served at `/` when it exists. */
  pagesDirectory?: string;
  /** Checks requests and answers against Graph's published description: an answer that does not fit becomes a 500, and `close` rejects with all that did not. */
  validate?: boolean;
  /** How time passes while a request takes its time; left out, as it does on the machine. */
  pause?: (milliseconds: number) => Promise<void>;
  /** Form of new join addresses. */
  joinLinks?: 'long' | 'short';
  /** Application permissions granted to the application. */
  applicationRoles?: readonly string[];
}

/** A running local Microsoft 365 and the addresses an application needs. */
export interface Microsoft365 {
  origin: string;
  tenantId: string;
  issuer: string;
  jwksUri: string;
  tokenEndpoint: string;
  graphBase: string;
  /** Every operation of Graph that is answered. */
  operations: readonly Operation[];
  /** When the tenant first began, epoch milliseconds: what its calendars were made from. */
  bornAt: number;
  /** OpenID configuration as MSAL takes it, so that it asks no real authority. */
  authorityMetadata: string;
  cloudDiscoveryMetadata: string;
  ledger: () => LedgerEntry[];
  /** Ends it. @throws when validating and something passed that does not fit Graph: each fault with its path */
  close: () => Promise<void>;
}

/**
 * Starts Graph, Entra and the pages of an invented organisation on this machine.
 * @throws when the port is taken or the data folder cannot be written.
 */
export async function startMicrosoft365(options: Microsoft365Options): Promise<Microsoft365> {
  const { now, dataDirectory } = options;
  const host = options.host ?? '127.0.0.1';
  const { permissions } = options.apps;
  const applicationRoles = options.applicationRoles ?? permissions?.application ?? GRANTED_ROLES;
  const tenant = new Tenant({
    organisation: options.organisation,
    apps: options.apps,
    joinLinks: options.joinLinks ?? 'long',
    now,
    dataDirectory,
    access: { isInstalled: true, scopes: permissions?.delegated ?? [EVERY_SCOPE], roles: applicationRoles },
  });
  tenant.open(() => {
    seedTenant(tenant);
  });
  const [keys, neighbours] = await Promise.all([
    KeyRing.open(dataDirectory),
    openNeighbours(options.neighbours ?? [loadPartnerOrganisation()], options),
  ]);
  const app = express();
  app.disable('x-powered-by');
  const server = app.listen(options.port, host);
  // A busy process looks at its timers late, and a caller would use a connection that is just being closed.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const origin = `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${String((server.address() as AddressInfo).port)}`;
  const office = new TokenOffice(tenant, keys, origin);
  const faults = new Faults(now);
  const limits = new Limits(now, (named) => tenant.person(named)?.id ?? named, options.pause);
  const deliveries = new Deliveries(tenant, faults);
  watchChanges(tenant, deliveries);
  const controls = { faults, limits, deliveries };
  const graph = await graphService(tenant, office, controls, { origin, validate: options.validate === true });
  const others = neighbours.map((one) => one.movesIn(faults, { origin, validate: options.validate === true }));
  const authorities = new Authorities(
    { tenant, office },
    others.map(({ house }) => house),
  );
  app.use('/v1.0', neighbourGraph(others), graph.router);
  app.use('/_local/tenants/:tenant', neighbourLocal(others, authorities));
  app.get('/_local/misfits', (_request, response) => {
    response.json({ value: graph.faults() });
  });
  app.use('/_local', localApi(tenant, office, controls, authorities));
  app.use(faults.handler());
  app.use('/api/v2.0', uploadReception(tenant));
  app.use(entraRouter(authorities, faults, { origin, now, seal: new Seal(dataDirectory), applicationRoles }));
  app.use('/beta', (request, response) => {
    const words = `The local Microsoft 365 has no beta endpoint: ${request.method} /beta${request.path}.`;
    response.status(501).json(errorEnvelope('NotImplementedLocally', words, now(), request.get('client-request-id')));
  });
  if (options.pagesDirectory !== undefined && existsSync(options.pagesDirectory)) {
    app.use(express.static(options.pagesDirectory));
  }
  const configuration = openidConfiguration(origin, tenant.id, office.issuer);
  return {
    origin,
    tenantId: tenant.id,
    issuer: office.issuer,
    jwksUri: String(configuration['jwks_uri']),
    tokenEndpoint: String(configuration['token_endpoint']),
    graphBase: `${origin}/v1.0`,
    operations: graph.operations,
    bornAt: tenant.bornAt,
    authorityMetadata: JSON.stringify(configuration),
    cloudDiscoveryMetadata: JSON.stringify(cloudDiscovery(tenant.id)),
    ledger: () => tenant.ledger.entries(),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => {
          deliveries.close();
          tenant.close();
          for (const other of others) other.close();
          resolve();
        });
        server.closeAllConnections();
      });
      const misfits = [graph, ...others].flatMap((one) => one.faults());
      if (misfits.length > 0) {
        throw new Error(`What passed over the wire does not fit Graph:\n${misfits.join('\n')}`);
      }
    },
  };
}

function cloudDiscovery(tenantId: string): Record<string, unknown> {
  return {
    tenant_discovery_endpoint: `https://login.microsoftonline.com/${tenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [
      {
        preferred_network: 'login.microsoftonline.com',
        preferred_cache: 'login.windows.net',
        aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
      },
    ],
  };
}
