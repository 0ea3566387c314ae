import type { IPublicClientApplication } from '@azure/msal-browser';
import type { PageConfig } from './config.ts';
import type { TokenWish } from './host.ts';
import { askBridge, type NestedToken } from './nested-bridge.ts';
import { within } from './within.ts';

const bridgeMilliseconds = 5000;
const silentMilliseconds = 10_000;
const interactiveMilliseconds = 180_000;
/** Less than this of its life left, a token is not begun with. */
const margin = 300_000;

let client: Promise<IPublicClientApplication> | undefined;
let kept: NestedToken | null = null;
let asking: Promise<NestedToken | null> | undefined;

/** Forgets the token held in memory: somebody else may sit here now. */
export function forgetNestedToken(): void {
  kept = null;
  asking = undefined;
}

/**
 * A token through nested app authentication: silently, and by asking the person where that is needed and they pressed something.
 * The plain question goes to the host at once, so that no page waits at its start for msal-browser, which weighs as much as the
 * rest; every other question and every other answer is msal-browser's.
 */
export async function nestedToken(config: PageConfig, wish: TokenWish): Promise<string> {
  const isPlain = wish.claims === undefined && wish.fresh !== true && wish.interactive !== true;
  if (isPlain && (kept === null || kept.expiresAt - Date.now() < margin)) {
    asking ??= within(bridgeMilliseconds, askBridge(config)).catch(() => null);
    kept = await asking;
    asking = undefined;
  }
  if (isPlain && kept !== null) return kept.accessToken;
  kept = await askMsal(config, wish);
  return kept.accessToken;
}

async function askMsal(config: PageConfig, wish: TokenWish): Promise<NestedToken> {
  const { InteractionRequiredAuthError } = await import('@azure/msal-browser');
  client ??= createClient(config);
  client.catch(() => {
    client = undefined;
  });
  const application = await within(silentMilliseconds, client);
  const asked = {
    scopes: [`api://${config.apiResource}/access_as_user`],
    ...(wish.claims === undefined ? {} : { claims: wish.claims }),
  };
  const silently = async () => {
    try {
      const forceRefresh = wish.fresh === true || wish.claims !== undefined;
      return await within(silentMilliseconds, application.acquireTokenSilent({ ...asked, forceRefresh }));
    } catch (error) {
      if (!(error instanceof InteractionRequiredAuthError) && wish.interactive !== true) throw error;
      return within(interactiveMilliseconds, application.acquireTokenPopup(asked));
    }
  };
  const { accessToken, expiresOn } = await silently();
  return { accessToken, expiresAt: expiresOn?.getTime() ?? 0 };
}

async function createClient(config: PageConfig): Promise<IPublicClientApplication> {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
  return createNestablePublicClientApplication({
    auth: { clientId: config.clientId, authority: config.authority },
    // Nothing of a person stays on the device.
    cache: { cacheLocation: 'memoryStorage' },
  });
}
