import { instantFromMilliseconds } from '#core/time.ts';
import { entraIdentity } from '#server/adapters/entra/verify-token.ts';
import type { HeldIdentity } from '#server/adapters/entra/verify-token.ts';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import { APP, NOW } from '../local-microsoft365.ts';

/** How Duologue itself knows a token in production, for these tenants, with the keys every tenant shares. */
export function productFor(m365: Microsoft365, tenants: readonly string[] = [m365.tenantId]): HeldIdentity {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return entraIdentity(
    {
      clientId: APP.clientId,
      clientSecret: APP.clientSecret,
      tenants,
      issuerTemplate: `${m365.origin}/{tenantid}/v2.0`,
      jwksUri: `${m365.origin}/common/discovery/v2.0/keys`,
      authority: 'https://login.microsoftonline.com/{tenantid}',
      authorityMetadata: m365.authorityMetadata,
      cloudDiscoveryMetadata: m365.cloudDiscoveryMetadata,
      clients: null,
      graphResource: 'https://graph.microsoft.com',
      background: { isAllowed: false, grantedInExchange: [] },
    },
    { clock: { now: () => instantFromMilliseconds(NOW) }, log: quiet },
  );
}
