import { changeSettings, settings } from '../control/settings.ts';
import type { Host } from '../control/host-context.ts';
import { askLocal, LocalProblem } from '../control/local-api.ts';
import { answerNestedAuth } from '../protocol/naa.ts';
import type { NestedAccount, NestedRefusal, NestedTokenRequest, NestedTokens } from '../protocol/naa.ts';
import type { TokenAnswer } from '../protocol/host-services.ts';

const slowMs = 8000;

/** `authentication.getAuthToken`: the app's token, or the no the settings ask for. */
export async function appToken(host: Host): Promise<TokenAnswer> {
  switch (settings().tokenMode) {
    case 'denied':
      return { ok: false, reason: 'CancelledByUser' };
    case 'consent':
      return { ok: false, reason: 'resourceRequiresConsent' };
    case 'slow':
      await pause(slowMs);
      break;
    case 'other-tenant':
      return { ok: true, token: ofAnotherTenant(await host.session.apiToken()) };
    case 'ok':
  }
  return { ok: true, token: await host.session.apiToken() };
}

/** The nested authentication bridge, for Teams frames and for Outlook's pane alike. */
export async function nestedAuth(host: Host, request: string): Promise<string> {
  return answerNestedAuth(request, accountOf(host), async (asked) => {
    const refused = await refusal(host, asked.interactive);
    if (refused !== undefined) return { refused };
    try {
      const tokens = await nestedTokens(host, asked);
      return {
        tokens:
          settings().tokenMode === 'other-tenant'
            ? { ...tokens, access_token: ofAnotherTenant(tokens.access_token) }
            : tokens,
      };
    } catch (problem) {
      return {
        refused: {
          status: 'PERSISTENT_ERROR',
          description: problem instanceof LocalProblem ? problem.message : String(problem),
        },
      };
    }
  });
}

async function refusal(host: Host, interactive: boolean): Promise<NestedRefusal | undefined> {
  switch (settings().tokenMode) {
    case 'denied':
      return { status: 'USER_CANCEL', code: 'user_cancelled', description: 'The person closed the sign-in' };
    case 'consent':
      if (interactive && (await host.askConsent())) {
        // Consent is asked for once, not at every token.
        changeSettings({ tokenMode: 'ok' });
        return undefined;
      }
      return interactive
        ? { status: 'USER_CANCEL', code: 'access_denied', description: 'The person did not agree' }
        : {
            status: 'USER_INTERACTION_REQUIRED',
            code: 'consent_required',
            description: 'AADSTS65001: consent is needed',
          };
    case 'slow':
      await pause(slowMs);
      return undefined;
    default:
      return undefined;
  }
}

function nestedTokens(host: Host, asked: NestedTokenRequest): Promise<NestedTokens> {
  return askLocal<NestedTokens>('nested-token', 'POST', {
    personId: host.session.person.id,
    scope: asked.scope,
    clientId: asked.clientId,
    ...(asked.claims === undefined ? {} : { claims: asked.claims }),
  });
}

function accountOf(host: Host): NestedAccount {
  const { person, tenantId } = host.session;
  return {
    homeAccountId: `${person.id}.${tenantId}`,
    environment: 'login.microsoftonline.com',
    tenantId,
    username: person.userPrincipalName,
    localAccountId: person.id,
    name: person.displayName,
  };
}

/** The same token claiming another tenant: its signature no longer fits, so a server that checks must refuse it. */
function ofAnotherTenant(token: string): string {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as Record<string, unknown>;
  const changed = btoa(JSON.stringify({ ...claims, tid: '99999999-9999-4999-8999-999999999999' }));
  return `${head}.${changed.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.${signature}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
