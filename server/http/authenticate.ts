import type { NextFunction, Request, Response } from 'express';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Instant } from '#core/time-types.ts';
import type { Identity } from '../ports/identity.ts';

/** Who calls, put there by `authenticate` alone. @throws Refusal `not-signed-in` */
export function actorOf(response: Response): Actor {
  const actor = response.locals['actor'] as Actor | undefined;
  if (actor === undefined) throw new Refusal('not-signed-in');
  return actor;
}

/** Until when the token of this request is good, put there by `authenticate` alone. @throws Refusal `not-signed-in` */
export function expiryOf(response: Response): Instant {
  const expiresAt = response.locals['expiresAt'] as Instant | undefined;
  if (expiresAt === undefined) throw new Refusal('not-signed-in');
  return expiresAt;
}

/**
 * Takes the bearer token of the request, checks it, and keeps it in memory while it lives.
 * `onVisit` hears of a token that was not held before, so that what waited for its person can go on.
 */
export function authenticate(identity: Identity, onVisit: (actor: Actor) => void) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const header = request.get('authorization') ?? '';
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header)?.[1];
    if (token === undefined) throw new Refusal('not-signed-in');
    const { actor, expiresAt } = await identity.verify(token);
    const isNew = identity.hold(actor, token, expiresAt);
    response.locals['actor'] = actor;
    response.locals['expiresAt'] = expiresAt;
    if (isNew) onVisit(actor);
    next();
  };
}
