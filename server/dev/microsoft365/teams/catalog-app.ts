import { GraphError } from '../graph/error.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import { jsonBody } from '../graph/request.ts';
import type { RegisteredApp } from '../tenant/tenant.ts';

/** The catalog id a body binds an application with. @throws GraphError 400 without one, 404 for an unknown one. */
export function boundApp(request: GraphRequest): RegisteredApp {
  const bound = jsonBody(request)['teamsApp@odata.bind'];
  const id = /\/appCatalogs\/teamsApps(?:\/|\(')([^/')]+)/.exec(typeof bound === 'string' ? bound : '')?.[1];
  if (id === undefined) {
    throw new GraphError(
      400,
      'BadRequest',
      "The request needs 'teamsApp@odata.bind' with the address of an application in the catalog.",
    );
  }
  if (id !== request.tenant.apps.catalogAppId) {
    throw new GraphError(404, 'NotFound', `The app '${id}' does not exist in the catalog.`);
  }
  return request.tenant.apps;
}

/** An application of the catalog as Graph writes it. */
export function appView(app: RegisteredApp): Json {
  return {
    id: app.catalogAppId,
    externalId: app.teamsAppId,
    displayName: app.name,
    distributionMethod: 'organization',
  };
}
