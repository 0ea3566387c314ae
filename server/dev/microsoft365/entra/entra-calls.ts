import { z } from 'zod';

const context = z.string().regex(/^c[1-9]\d?$/, 'An authentication context is c1 to c99.');
/** A conditional access policy: what it asks, of whom, for what. */
export const policyRequest = z.strictObject({
  name: z.string(),
  requires: z.union([
    z.strictObject({ mfa: z.literal(true) }),
    z.strictObject({ context }),
    z.strictObject({ block: z.literal(true) }),
  ]),
  resource: z.enum(['graph', 'api', 'all']).default('graph'),
  personIds: z.array(z.string()).nullable().default(null),
});
/** Delegated permissions, exactly these; none takes consent back. */
export const scopesRequest = z.strictObject({ scopes: z.array(z.string()) });
/** Whether the application is in the directory, and its application permissions. */
export const applicationRequest = z.strictObject({ isInstalled: z.boolean(), roles: z.array(z.string()) }).partial();
/** Whether an account is switched on. */
export const accountRequest = z.strictObject({ enabled: z.boolean(), mailbox: z.boolean() }).partial();
/** Somebody of another tenant. */
export const guestRequest = z.strictObject({ tenantId: z.string(), personId: z.string() });
/** Claims to be truly signed, however wrong they are. */
export const tokenRequest = z.strictObject({ claims: z.record(z.string(), z.unknown()) });
/** Whether a new key signs at once, or is only published. */
export const keyRequest = z.strictObject({ signs: z.boolean() }).partial();

/** What administrators of a tenant decide, as calls; of another tenant below `/_local/tenants/{id or domain}`. */
export const entraCalls = [
  { method: 'GET', path: '/_local/tenants', words: 'Every tenant on this machine.' },
  { method: 'GET', path: '/_local/keys', words: 'Published keys, and which of them signs.' },
  { method: 'POST', path: '/_local/keys', words: 'Rotates: publishes a new key, which signs.', body: keyRequest },
  { method: 'POST', path: '/_local/keys/{keyId}/sign', words: 'Lets a published key sign.' },
  { method: 'DELETE', path: '/_local/keys/{keyId}', words: 'Withdraws a key, and with it all it signed.' },
  { method: 'POST', path: '/_local/tokens', words: 'Signs any claims, to see them refused.', body: tokenRequest },
  { method: 'GET', path: '/_local/consent', words: 'Who consented to what.' },
  { method: 'PUT', path: '/_local/consent', words: 'What everybody consented to.', body: scopesRequest },
  { method: 'PUT', path: '/_local/consent/{personId}', words: 'What one person consented to.', body: scopesRequest },
  { method: 'PUT', path: '/_local/application', words: 'What the application may do.', body: applicationRequest },
  { method: 'GET', path: '/_local/accounts/{personId}', words: 'How an account stands.' },
  {
    method: 'PATCH',
    path: '/_local/accounts/{personId}',
    words: 'Switches an account on or off.',
    body: accountRequest,
  },
  { method: 'POST', path: '/_local/accounts/{personId}/revoke-sessions', words: 'Ends all sessions of a person.' },
  { method: 'GET', path: '/_local/conditional-access', words: 'Conditional access policies.' },
  { method: 'POST', path: '/_local/conditional-access', words: 'Adds a policy.', body: policyRequest },
  { method: 'DELETE', path: '/_local/conditional-access', words: 'Ends all policies.' },
  { method: 'DELETE', path: '/_local/conditional-access/{id}', words: 'Ends one policy.' },
  { method: 'GET', path: '/_local/guests', words: 'Guests in the directory.' },
  { method: 'POST', path: '/_local/guests', words: 'Invites somebody of another tenant.', body: guestRequest },
  { method: 'DELETE', path: '/_local/guests/{id}', words: 'Dismisses a guest.' },
] as const;
