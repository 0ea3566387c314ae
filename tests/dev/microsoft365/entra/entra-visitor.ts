import { createHash, randomBytes } from 'node:crypto';
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { NodeAuthOptions } from '@azure/msal-node';
import { addressOf, loadPartnerOrganisation, personByKey } from '#server/dev/organisation/organisation.ts';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import { APP, local, postForm } from '../local-microsoft365.ts';
import type { GraphAnswer } from '../local-microsoft365.ts';

export const partner = loadPartnerOrganisation();
export const REDIRECT = 'http://localhost:3978/auth-end';

export function partnerId(key: string): string {
  return personByKey(partner, key).id;
}

export function partnerMail(key: string): string {
  return addressOf(partner, personByKey(partner, key));
}

/** Calls one of the local addresses of the partner's tenant. */
export function partnerLocal(m365: Microsoft365, method: string, path: string, body?: unknown): Promise<GraphAnswer> {
  return local(m365, method, `/tenants/${partner.tenant.id}${path}`, body);
}

/** The application as a server has it, speaking to the tenant with this id or shared name. */
export async function confidential(
  m365: Microsoft365,
  tenant: string,
  options: { capabilities?: string[] } = {},
): Promise<ConfidentialClientApplication> {
  return new ConfidentialClientApplication({ auth: await registration(m365, tenant, options) });
}

/** What MSAL is told of the application and of where to ask. */
export async function registration(
  m365: Microsoft365,
  tenant: string,
  options: { capabilities?: string[] } = {},
): Promise<
  NodeAuthOptions & Required<Pick<NodeAuthOptions, 'authority' | 'authorityMetadata' | 'cloudDiscoveryMetadata'>>
> {
  const configuration = await fetch(`${m365.origin}/${tenant}/v2.0/.well-known/openid-configuration`);
  return {
    clientId: APP.clientId,
    clientSecret: APP.clientSecret,
    authority: `https://login.microsoftonline.com/${tenant}`,
    authorityMetadata: await configuration.text(),
    cloudDiscoveryMetadata: m365.cloudDiscoveryMetadata,
    ...(options.capabilities === undefined ? {} : { clientCapabilities: options.capabilities }),
  };
}

/** A page or a redirect, as a browser gets it. */
export interface Visit {
  status: number;
  headers: Headers;
  text: string;
  /** What the application was told, when the browser was sent back to it. */
  returned: URLSearchParams | null;
}

/** A browser with nothing but its cookies, which follows nothing by itself. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  async get(url: string): Promise<Visit> {
    return this.#visit(url, {});
  }

  /** Presses a button of the form on the page at this address. */
  async press(url: string, fields: Record<string, string>): Promise<Visit> {
    return this.#visit(url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async #visit(url: string, options: RequestInit): Promise<Visit> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...options, redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const returned = location === null ? null : new URL(location);
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      returned:
        returned === null ? null : new URLSearchParams(returned.hash === '' ? returned.search : returned.hash.slice(1)),
    };
  }
}

/** An address of the authorisation endpoint; a null takes a parameter out. */
export function authorizeUrl(m365: Microsoft365, tenant: string, change: Record<string, string | null> = {}): string {
  const asked = new URLSearchParams({
    client_id: APP.clientId,
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: 'openid profile offline_access User.Read',
    state: 'the state',
  });
  for (const [name, value] of Object.entries(change)) {
    if (value === null) asked.delete(name);
    else asked.set(name, value);
  }
  return `${m365.origin}/${tenant}/oauth2/v2.0/authorize?${asked.toString()}`;
}

/** A fresh proof key: what goes with the request, and what goes with the code. */
export function proofKey(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** Signs somebody in on the page and gives the code the application gets. */
export async function codeFor(
  m365: Microsoft365,
  personId: string,
  change: Record<string, string | null> = {},
  tenant = m365.tenantId,
): Promise<string> {
  const visit = await new Browser().get(authorizeUrl(m365, tenant, { person: personId, ...change }));
  return visit.returned?.get('code') ?? `no code: ${visit.text}`;
}

/** Brings a code to the token endpoint. */
export function redeem(m365: Microsoft365, code: string, change: Record<string, string> = {}): Promise<GraphAnswer> {
  return postForm(m365, {
    client_id: APP.clientId,
    client_secret: APP.clientSecret,
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT,
    ...change,
  });
}
