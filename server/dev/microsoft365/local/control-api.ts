import { Router } from 'express';
import type { Request } from 'express';
import { rateRules } from '../limits/limit-settings.ts';
import type { Limits } from '../limits/limits.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Faults } from './faults.ts';
import { ledgerQuery, readLedger } from './ledger-query.ts';

const MOST_USES = 20;

/** Faults, limits and the ledger over HTTP; `GET /_local` describes them for machines. */
export function controlApi(tenant: Tenant, faults: Faults, limits: Limits): Router {
  const router = Router();
  addFaults(router, faults);
  addLimits(router, limits);
  addLedger(router, tenant);
  return router;
}

function addFaults(router: Router, faults: Faults): void {
  router.get('/faults', (_request, response) => {
    response.json({ value: faults.list() });
  });
  router.post('/faults', (request, response) => {
    response.status(201).json(faults.add(request.body));
  });
  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  router.delete('/faults/:id', (request, response) => {
    faults.clear(request.params.id);
    response.status(204).end();
  });
}

function addLimits(router: Router, limits: Limits): void {
  const view = () => ({
    ...limits.settings,
    rules: rateRules,
    refused: limits.refused(),
    uses: limits.uses().slice(0, MOST_USES),
  });
  router.get('/limits', (_request, response) => {
    response.json(view());
  });
  router.post('/limits', (request, response) => {
    limits.change(request.body);
    response.json(view());
  });
  router.delete('/limits', (_request, response) => {
    limits.reset();
    response.status(204).end();
  });
}

function addLedger(router: Router, { ledger }: Tenant): void {
  router.get('/ledger', (request, response) => {
    response.json(readLedger(ledger, ledgerQuery.parse(askedOf(request))));
  });
  router.get('/ledger.json', (request, response) => {
    response.attachment('ledger.json').json(readLedger(ledger, ledgerQuery.parse(askedOf(request))).value);
  });
}

function askedOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(request.url.split('?')[1] ?? ''));
}
