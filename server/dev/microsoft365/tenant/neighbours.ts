import { join } from 'node:path';
import { Router } from 'express';
import type { RequestHandler } from 'express';
import type { Organisation } from '../../organisation/organisation.ts';
import type { Authorities, House } from '../entra/authorities.ts';
import { KeyRing } from '../entra/keys.ts';
import { TokenOffice, tenantNamed } from '../entra/tokens.ts';
import { graphService } from '../graph/service.ts';
import type { GraphService } from '../graph/service.ts';
import { Limits } from '../limits/limits.ts';
import type { Controls } from '../local/controls.ts';
import type { Faults } from '../local/faults.ts';
import { localApi } from '../local/local-api.ts';
import { Deliveries } from '../subscriptions/deliveries.ts';
import { watchChanges } from '../subscriptions/watch-changes.ts';
import { Tenant } from './tenant.ts';
import type { RegisteredApp } from './tenant.ts';
import { seedTenant } from './tenant-seed.ts';

/** What every tenant on this machine shares. */
export interface Ground {
  apps: RegisteredApp;
  now: () => number;
  dataDirectory: string | null;
  joinLinks?: 'long' | 'short';
}

/** A tenant beside the first, with people, mailboxes, keys and Graph of its own. */
export interface Neighbour {
  house: House;
  controls: Controls;
  graph: () => Promise<GraphService>;
  faults: () => readonly string[];
  close: () => void;
}

/** A tenant that is there, before its addresses are known. */
interface Arriving {
  movesIn: (faults: Faults, settings: { origin: string; validate: boolean }) => Neighbour;
}

/** Opens a tenant for each organisation. None of them knows the application until an administrator lets it in. */
export function openNeighbours(organisations: readonly Organisation[], ground: Ground): Promise<Arriving[]> {
  return Promise.all(organisations.map((organisation) => open(organisation, ground)));
}

async function open(organisation: Organisation, ground: Ground): Promise<Arriving> {
  const { dataDirectory } = ground;
  const directory = dataDirectory === null ? null : join(dataDirectory, 'tenants', organisation.tenant.id);
  const tenant = new Tenant({
    organisation,
    apps: ground.apps,
    joinLinks: ground.joinLinks ?? 'long',
    now: ground.now,
    dataDirectory: directory,
    access: { isInstalled: false, scopes: [], roles: [] },
  });
  tenant.open(() => {
    seedTenant(tenant);
  });
  const keys = await KeyRing.open(directory);
  return {
    movesIn: (faults, settings) => {
      const office = new TokenOffice(tenant, keys, settings.origin);
      const limits = new Limits(ground.now, (named) => tenant.person(named)?.id ?? named);
      const controls = { faults, limits, deliveries: new Deliveries(tenant, faults) };
      watchChanges(tenant, controls.deliveries);
      let asked: Promise<GraphService> | null = null;
      let ready: GraphService | null = null;
      return {
        house: { tenant, office },
        controls,
        // Few ever ask a neighbour anything: its Graph is made when they do.
        graph: () => (asked ??= graphService(tenant, office, controls, settings).then((service) => (ready = service))),
        faults: () => ready?.faults() ?? [],
        close: () => {
          controls.deliveries.close();
          tenant.close();
        },
      };
    },
  };
}

/** Graph of whichever neighbour a token names; a token of the first tenant, or of none, goes on. */
export function neighbourGraph(neighbours: readonly Neighbour[]): RequestHandler {
  return (request, response, next) => {
    const token = /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
    const named = token === undefined ? null : tenantNamed(token);
    const found = neighbours.find(({ house }) => house.tenant.id === named);
    if (found === undefined) {
      next();
      return;
    }
    found.graph().then((service) => {
      service.router(request, response, next);
    }, next);
  };
}

/** What there is beyond Graph, for each neighbour by the tenant's id or domain. */
export function neighbourLocal(neighbours: readonly Neighbour[], authorities: Authorities): Router {
  const router = Router({ mergeParams: true });
  const locals = new Map(
    neighbours.map(({ house, controls }) => [
      house.tenant.id,
      localApi(house.tenant, house.office, controls, authorities),
    ]),
  );
  router.use((request, response, next) => {
    const { tenant } = request.params as { tenant?: string };
    const house = authorities.house(tenant ?? '');
    const local = locals.get(house?.tenant.id ?? '');
    if (local === undefined) {
      next();
      return;
    }
    local(request, response, next);
  });
  return router;
}
