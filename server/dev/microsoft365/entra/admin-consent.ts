import type { Request, Response } from 'express';
import type { Resident } from './authorities.ts';
import { mayGrantForAll } from './authorize.ts';
import { returnAddress, tenantFor } from './authorize-request.ts';
import { sendBack } from './authorize-return.ts';
import { consentPage, refusedPage } from './pages/consent-page.ts';
import { html, sendPage } from './pages/page-frame.ts';
import { pickerPage } from './pages/picker-page.ts';
import { EntraRefusal, describedRefusal, traceOf } from './refusal.ts';
import { askedScopes, requestedPermissions } from './scopes.ts';
import type { TokenDesk } from './token-endpoint.ts';

/** Lets an administrator allow the application for a whole tenant: what it needs of people, and what it may do by itself. */
export function adminConsent(desk: TokenDesk, roles: readonly string[], request: Request, response: Response): void {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  try {
    decide(desk, roles, query, request, response);
  } catch (refusal) {
    if (!(refusal instanceof EntraRefusal)) {
      throw refusal;
    }
    const body = refusedPage(describedRefusal(refusal, traceOf(desk.now(), undefined)));
    sendPage(response, { status: 400, tenant: 'Microsoft 365 on this machine', title: 'Sign in', body });
  }
}

function decide(
  desk: TokenDesk,
  roles: readonly string[],
  query: URLSearchParams,
  request: Request,
  response: Response,
): void {
  const { house, tenant } = tenantFor(desk.authorities, String(request.params['tenant']));
  const back = { ...returnAddress(tenant, query), mode: 'query' as const };
  const administrators = desk.authorities.houses
    .filter((one) => house === null || one === house)
    .flatMap((one) =>
      [...one.tenant.people.values()]
        .filter(({ role }) => mayGrantForAll(role))
        .map((person) => ({ house: one, person })),
    );
  const chosen = administrators.find(({ person }) => person.id === query.get('person'));
  const tenantName = house === null ? 'Every organisation on this machine' : tenant.organisation.tenant.name;
  if (chosen === undefined) {
    const body = html`<p>Only an administrator can do this.</p>
      ${pickerPage(administrators, query)}`;
    sendPage(response, { tenant: tenantName, title: 'Choose who you are', body });
    return;
  }
  const text = query.get('scope') ?? '';
  const asked = askedScopes(chosen.house.tenant, text);
  const permissions = text === '' || asked.isDefault ? requestedPermissions(tenant) : asked.permissions;
  const { decision } = (request.body ?? {}) as Partial<Record<string, string>>;
  if (decision === 'accept') {
    grant(chosen, permissions, roles);
    sendBack(response, back, {
      admin_consent: 'True',
      tenant: chosen.house.tenant.id,
      ...(text === '' ? {} : { scope: text }),
    });
    return;
  }
  if (decision === 'cancel') {
    sendBack(response, back, { error: 'permission_denied', error_description: 'The admin canceled the request' });
    return;
  }
  const application = tenant.apps.name;
  const body = consentPage({ application, person: chosen.person.mail, permissions, roles, mayDecideForAll: false });
  sendPage(response, { tenant: tenantName, title: 'Permissions requested for your organisation', body });
}

function grant({ house }: Resident, permissions: readonly string[], roles: readonly string[]): void {
  const { register } = house.tenant;
  register.setApplication({ isInstalled: true, roles });
  register.setScopes(null, [...register.grantedScopes(null), ...permissions]);
}
