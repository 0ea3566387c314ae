import { decodeJwt } from 'jose';
import { z } from 'zod';
import { millisecondsOf } from '#core/time.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Clock } from '#server/ports/system.ts';
import { entraClient, failureOfEntra } from './entra-client.ts';
import type { EntraConfig } from './entra-config.ts';

/** A tenant may grant more or take it back while a token lives: then it is asked anew. */
const askedAgainMilliseconds = 600_000;
const earlySeconds = 120;

/** Entra's numbers for a tenant that does not know the application, or never consented to anything. */
const grantsNothing = new Set(['AADSTS700016', 'AADSTS7000229', 'AADSTS65001', 'AADSTS7000112']);

/** What a tenant granted Duologue itself, and the token that carries it. */
export interface ApplicationRights {
  /**
   * Application permissions of a tenant that may be used just now; none where background work is turned off or nothing was granted.
   * @throws Failure where Entra could not be asked
   */
  rolesIn(tenantId: string): Promise<ReadonlySet<string>>;
  /** The application's own Graph token in a tenant; `fresh` passes over what is kept. @throws Failure */
  tokenIn(tenantId: string, ask?: { readonly fresh?: boolean }): Promise<string>;
}

interface Carried {
  /** Null: the tenant gives the application nothing. */
  readonly token: string | null;
  readonly roles: ReadonlySet<string>;
  readonly expiresAt: number;
  readonly askedAt: number;
}

const claimsOfToken = z.object({ roles: z.array(z.string()).default([]), exp: z.number(), tid: z.string() });
const none: ReadonlySet<string> = new Set();

/** Asks Entra in the application's own name, tenant by tenant. What was granted is read from each token, never assumed. */
export function applicationRights(config: EntraConfig, clock: Clock): ApplicationRights {
  const tenants = new Map<string, Promise<Carried>>();
  const nowMilliseconds = (): number => millisecondsOf(clock.now());

  async function ask(tenantId: string): Promise<Carried> {
    const askedAt = nowMilliseconds();
    try {
      const result = await entraClient(config, tenantId).acquireTokenByClientCredential({
        scopes: [`${config.graphResource}/.default`],
        skipCache: true,
      });
      if (result === null) throw new Failure('outlook-unavailable', { outsideCode: 'no-token-in-answer' });
      const claims = claimsOfToken.parse(decodeJwt(result.accessToken));
      if (claims.tid !== tenantId) throw new Failure('outlook-refused', { outsideCode: 'foreign-tenant' });
      const roles = new Set([...claims.roles, ...config.background.grantedInExchange]);
      return { token: result.accessToken, roles, expiresAt: (claims.exp - earlySeconds) * 1000, askedAt };
    } catch (error) {
      const failure = failureOfEntra(error);
      if (!grantsNothing.has(failure.details.outsideCode ?? '')) throw failure;
      return { token: null, roles: none, expiresAt: Infinity, askedAt };
    }
  }

  async function carriedIn(tenantId: string, isFresh: boolean): Promise<Carried> {
    const known = tenants.get(tenantId);
    if (known !== undefined && !isFresh) {
      const carried = await known;
      const now = nowMilliseconds();
      if (carried.expiresAt > now && now - carried.askedAt < askedAgainMilliseconds) return carried;
      // Somebody else may have asked meanwhile.
      if (tenants.get(tenantId) !== known) return carriedIn(tenantId, false);
    }
    const asked = ask(tenantId);
    tenants.set(tenantId, asked);
    try {
      return await asked;
    } catch (error) {
      if (tenants.get(tenantId) === asked) tenants.delete(tenantId);
      throw error;
    }
  }

  return {
    async rolesIn(tenantId) {
      return config.background.isAllowed ? (await carriedIn(tenantId, false)).roles : none;
    },
    async tokenIn(tenantId, { fresh = false } = {}) {
      const { token } = config.background.isAllowed ? await carriedIn(tenantId, fresh) : { token: null };
      if (token === null) throw new Failure('sign-in-needed', { outsideCode: 'nothing-granted' });
      return token;
    },
  };
}
