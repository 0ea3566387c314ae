import { Router } from 'express';
import type { Request } from 'express';
import { rateRules } from '../limits/limit-settings.ts';
import type { Limits } from '../limits/limits.ts';
import { checkStanding } from '../subscriptions/standing.ts';
import { subscriptionView } from '../subscriptions/subscription.ts';
import type { Deliveries } from '../subscriptions/deliveries.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Controls } from './controls.ts';
import { presetChoice } from './fault-preset.ts';
import { faultPresets } from './fault-presets.ts';
import type { Faults } from './faults.ts';
import { ledgerQuery, readLedger } from './ledger-query.ts';
import { lifecycleRequest, localCalls } from './local-calls.ts';

const MOST_USES = 20;

/** Faults, limits, deliveries and the ledger over HTTP; `GET /_local` describes them for machines. */
export function controlApi(tenant: Tenant, { faults, limits, deliveries }: Controls): Router {
  const router = Router();
  router.use((request, response, next) => {
    // Whatever is decided over these addresses may end what a subscription rests on.
    if (request.method !== 'GET') {
      response.once('finish', () => {
        checkStanding(tenant, deliveries);
      });
    }
    next();
  });
  router.get('/', (_request, response) => {
    response.json(localCalls());
  });
  addFaults(router, faults);
  addLimits(router, limits);
  addDeliveries(router, tenant, deliveries);
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
  router.get('/presets', (_request, response) => {
    response.json({ value: faultPresets });
  });
  router.post('/presets/:id', (request, response) => {
    const preset = faultPresets.find((one) => one.id === request.params.id);
    if (preset === undefined) {
      response.status(404).json({ error: 'no-preset', message: `There is no trouble called ${request.params.id}.` });
      return;
    }
    const choice = Object.entries(presetChoice.parse(request.body ?? {})).filter(([, value]) => value !== undefined);
    const described = preset.faults.map((fault) => ({ ...fault, name: preset.name, ...Object.fromEntries(choice) }));
    response.status(201).json({ value: described.map((one) => faults.add(one)) });
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

function addDeliveries(router: Router, tenant: Tenant, deliveries: Deliveries): void {
  const view = () => ({
    settings: deliveries.settings,
    ...deliveries.view(),
    subscriptions: tenant.subscriptions
      .values()
      .map((one) => ({ ...subscriptionView(one), isPaused: one.pausedAt != null, mailbox: one.mailbox })),
  });
  router.get('/deliveries', (_request, response) => {
    response.json(view());
  });
  router.post('/deliveries', (request, response) => {
    deliveries.change(request.body);
    response.json(view());
  });
  router.delete('/deliveries', (_request, response) => {
    deliveries.reset();
    response.status(204).end();
  });
  router.post('/deliveries/run', async (_request, response) => {
    response.json(await deliveries.deliverDue());
  });
  router.post('/deliveries/lifecycle', (request, response) => {
    const { event, subscription, person, app } = lifecycleRequest.parse(request.body);
    const meant = tenant.subscriptions
      .values()
      .filter(
        (one) =>
          (subscription === undefined || one.id === subscription) &&
          (person === undefined || one.mailbox === person || one.creatorId === person) &&
          (app === undefined || one.applicationId === app),
      );
    const told = meant.filter((one) => deliveries.lifecycle(one, event));
    response.json({ subscriptions: meant.length, told: told.length });
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
