import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Authorities, Resident } from './authorities.ts';
import type { Seal } from './sealed.ts';
import { PASSWORD_ONLY } from './tokens.ts';
import type { SignInProof } from './tokens.ts';

const COOKIE = 'ESTSAUTH';

const session = z.object({
  tenantId: z.string(),
  personId: z.string(),
  sessionId: z.string(),
  proof: z.object({ amr: z.array(z.string()), acrs: z.array(z.string()) }),
});

/** Who is signed in in a browser, in their own tenant, and how they proved it. */
export interface BrowserSession {
  home: Resident;
  proof: SignInProof;
}

/** The sign-in a browser remembers; null when there is none, or it was revoked. */
export function browserSession(authorities: Authorities, seal: Seal, request: Request): BrowserSession | null {
  const text = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(request.get('cookie') ?? '')?.[1] ?? '';
  const opened = session.safeParse(seal.open('session', text));
  if (!opened.success) {
    return null;
  }
  const { tenantId, personId, sessionId, proof } = opened.data;
  const house = authorities.house(tenantId);
  const person = house?.tenant.people.get(personId);
  return house === undefined || person === undefined || house.tenant.register.sessionId(personId) !== sessionId
    ? null
    : { home: { house, person }, proof };
}

/** Lets a browser remember who signed in. */
export function rememberSession(seal: Seal, response: Response, { home, proof }: BrowserSession): void {
  const { tenant } = home.house;
  const personId = home.person.id;
  const text = seal.close('session', {
    tenantId: tenant.id,
    personId,
    sessionId: tenant.register.sessionId(personId),
    proof,
  });
  response.cookie(COOKIE, text, { httpOnly: true, sameSite: 'lax', path: '/' });
}

/** Lets a browser forget who signed in. */
export function forgetSession(response: Response): void {
  response.clearCookie(COOKIE, { httpOnly: true, sameSite: 'lax', path: '/' });
}

/** The session of somebody who was just chosen: the browser's own if it is theirs, a new one otherwise. */
export function sessionOf(known: BrowserSession | null, home: Resident): BrowserSession {
  return known?.home.person.id === home.person.id ? known : { home, proof: PASSWORD_ONLY };
}
