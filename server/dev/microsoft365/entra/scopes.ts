import { EntraRefusal } from './refusal.ts';
import { GRAPH_AUDIENCE, HOST_SCOPES } from './tokens.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { EVERY_SCOPE } from './register.ts';

const OPENID_SCOPES = ['openid', 'profile', 'email', 'offline_access'];
const API_SCOPE = 'access_as_user';

/** What a request asks to be allowed: at one resource, with the OpenID scopes beside it. */
export interface AskedScopes {
  resource: 'graph' | 'api';
  /** Permissions at the resource, without its address. */
  permissions: readonly string[];
  /** Whether it asked for whatever was granted before (`.default`). */
  isDefault: boolean;
  openid: ReadonlySet<string>;
  /** As asked, to be said back. */
  text: string;
}

/** Reads scopes. @throws EntraRefusal for a resource nobody knows, or more than one. */
export function askedScopes(tenant: Tenant, text: string): AskedScopes {
  const asked = text.split(/\s+/).filter((one) => one !== '');
  const openid = new Set(asked.filter((one) => OPENID_SCOPES.includes(one.toLowerCase())));
  const wanted = asked.filter((one) => !openid.has(one)).map((one) => resourceScope(tenant, one));
  const resources = [...new Set(wanted.map(({ resource }) => resource))];
  if (resources.length > 1) {
    throw new EntraRefusal(
      'invalid_request',
      28000,
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${text} is not valid.`,
    );
  }
  const permissions = wanted.map(({ permission }) => permission);
  return {
    resource: resources[0] ?? 'graph',
    permissions: permissions.filter((one) => one !== '.default'),
    isDefault: permissions.includes('.default'),
    openid,
    text: asked.join(' '),
  };
}

/** The permissions a token gets: those asked for, or with `.default` all that were granted. */
export function permissionsFor(tenant: Tenant, personId: string, asked: AskedScopes): readonly string[] {
  if (!asked.isDefault || asked.resource === 'api') {
    return asked.permissions;
  }
  const granted = [...tenant.register.grantedScopes(null), ...tenant.register.grantedScopes(personId)];
  return granted.includes(EVERY_SCOPE) ? requestedPermissions(tenant) : granted;
}

/** The delegated permissions the application asks an administrator for. */
export function requestedPermissions({ apps }: Tenant): readonly string[] {
  return apps.permissions?.delegated ?? HOST_SCOPES.split(' ');
}

/** Whether only an administrator may consent to a delegated permission: one that reaches everybody's data. */
export function needsAdministrator(permission: string): boolean {
  return /\.(All|Shared)$/i.test(permission) && !/\.ReadBasic\.All$/i.test(permission);
}

function resourceScope(tenant: Tenant, scope: string): { resource: 'graph' | 'api'; permission: string } {
  const at = scope.lastIndexOf('/');
  const [address, permission] = at === -1 ? ['', scope] : [scope.slice(0, at).replace(/\/$/, ''), scope.slice(at + 1)];
  if (address === '' || [GRAPH_AUDIENCE, '00000003-0000-0000-c000-000000000000'].includes(address.toLowerCase())) {
    return { resource: permission === API_SCOPE ? 'api' : 'graph', permission };
  }
  if (address === tenant.apps.clientId || (address.startsWith('api://') && address.endsWith(tenant.apps.clientId))) {
    return { resource: 'api', permission };
  }
  throw new EntraRefusal(
    'invalid_resource',
    500011,
    `The resource principal named ${address} was not found in the tenant named ${tenant.organisation.tenant.name}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  );
}
