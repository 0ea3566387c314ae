import type { IPublicClientApplication } from '@azure/msal-browser';
import type { PageConfig } from './config.ts';
import type { TokenWish } from './host.ts';
import { within } from './within.ts';

const silentMilliseconds = 10_000;
const interactiveMilliseconds = 180_000;

let client: Promise<IPublicClientApplication> | undefined;

/** Fetches the code for nested app authentication while the host is still being greeted: nearly every host wants it. */
export function fetchNestedAuth(): void {
  import('@azure/msal-browser').catch(() => undefined);
}

/** A token through nested app authentication: silently, and by asking the person where that is needed and they pressed something. */
export async function nestedToken(config: PageConfig, wish: TokenWish): Promise<string> {
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
  try {
    const silent = application.acquireTokenSilent({
      ...asked,
      forceRefresh: wish.fresh === true || wish.claims !== undefined,
    });
    return (await within(silentMilliseconds, silent)).accessToken;
  } catch (error) {
    if (!(error instanceof InteractionRequiredAuthError) && wish.interactive !== true) throw error;
    return (await within(interactiveMilliseconds, application.acquireTokenPopup(asked))).accessToken;
  }
}

async function createClient(config: PageConfig): Promise<IPublicClientApplication> {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
  return createNestablePublicClientApplication({
    auth: { clientId: config.clientId, authority: config.authority },
    // Nothing of a person stays on the device.
    cache: { cacheLocation: 'memoryStorage' },
  });
}
