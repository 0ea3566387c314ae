import { actorOf } from '../calendar/event-routes.ts';
import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { noContent, page, param } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { appView, boundApp } from './catalog-app.ts';

/** Applications people have for themselves in Teams. */
export function graphPersonalApps(router: GraphRouter): void {
  router.mailbox('GET', '/teamwork/installedApps', listApps, {
    delegated: [
      'TeamsAppInstallation.ReadForUser',
      'TeamsAppInstallation.ReadWriteSelfForUser',
      'TeamsAppInstallation.ReadWriteForUser',
    ],
    application: ['TeamsAppInstallation.ReadForUser.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
  });
  const writes = {
    delegated: ['TeamsAppInstallation.ReadWriteSelfForUser', 'TeamsAppInstallation.ReadWriteForUser'],
    application: ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'TeamsAppInstallation.ReadWriteForUser.All'],
  };
  router.mailbox('POST', '/teamwork/installedApps', installApp, writes);
  router.mailbox('DELETE', '/teamwork/installedApps/{userScopeTeamsAppInstallation-id}', removeApp, writes);
}

/** Whether a person has the application for themselves; an administrator's setup policy gave it to everybody. */
export function hasPersonalApp(tenant: Tenant, personId: string): boolean {
  return tenant.personalApps.get(personId) ?? true;
}

function installationId(request: GraphRequest): string {
  return Buffer.from(`${request.owner.id}##${request.tenant.apps.catalogAppId}`).toString('base64');
}

function installationView(request: GraphRequest): Json {
  const { apps } = request.tenant;
  return {
    id: installationId(request),
    teamsApp: appView(apps),
    teamsAppDefinition: {
      id: Buffer.from(`1##${apps.catalogAppId}`).toString('base64'),
      teamsAppId: apps.catalogAppId,
      displayName: apps.name,
      version: '1.0.0',
      publishingState: 'published',
    },
  };
}

function listApps(request: GraphRequest): Answer {
  const apps = hasPersonalApp(request.tenant, request.owner.id) ? [installationView(request)] : [];
  return page(request, apps, { pageSize: 100, expandable: ['teamsApp', 'teamsAppDefinition'] });
}

function installApp(request: GraphRequest): Answer {
  const { tenant, owner } = request;
  const app = boundApp(request);
  if (hasPersonalApp(tenant, owner.id)) {
    throw new GraphError(409, 'Conflict', 'The app is already installed for the user.');
  }
  tenant.personalApps.put(owner.id, true);
  note(request, 'app-installed', app.catalogAppId);
  return { status: 201 };
}

function removeApp(request: GraphRequest): Answer {
  const { tenant, owner } = request;
  if (
    !hasPersonalApp(tenant, owner.id) ||
    param(request, 'userScopeTeamsAppInstallation-id') !== installationId(request)
  ) {
    throw new GraphError(404, 'NotFound', 'The app installation was not found.');
  }
  tenant.personalApps.put(owner.id, false);
  note(request, 'app-removed', tenant.apps.catalogAppId);
  return noContent();
}

function note(request: GraphRequest, kind: 'app-installed' | 'app-removed', detail: string): void {
  request.tenant.ledger.note({ kind, mailbox: request.owner.id, by: actorOf(request), subject: null, detail });
}
