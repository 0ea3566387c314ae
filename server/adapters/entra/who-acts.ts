import type { Actor } from '#core/people/person.ts';
import { Failure, type FailureCode } from '#server/ports/failures.ts';
import type { Identity } from '#server/ports/identity.ts';
import type { Passes } from '#server/ports/passes.ts';
import type { ApplicationRights } from './application-rights.ts';
import { actorKey, fingerprintOf } from './held-tokens.ts';
import type { TokenFor } from './on-behalf-of.ts';
import type { HeldIdentity } from './verify-token.ts';

/** The application permission that stands in for a delegated one. Where none does, the person is needed. */
const standsIn: Readonly<Record<string, string>> = {
  'Calendars.ReadWrite': 'Calendars.ReadWrite',
  'Mail.Send': 'Mail.Send',
  'OnlineMeetings.Read': 'OnlineMeetings.Read.All',
  'TeamsAppInstallation.ReadWriteSelfForChat': 'TeamsAppInstallation.ReadWriteSelfForChat.All',
  'User.Read': 'User.Read.All',
  'User.Read.All': 'User.Read.All',
  'MailboxSettings.Read': 'MailboxSettings.Read',
};

/** Failures of somebody's own token that hold for whatever they do, until they bring another. */
const holdsForAll: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'claims-needed',
  'consent-needed',
  'sign-in-needed',
]);
/** Entra's number for a token that ran out on the way: nobody was refused anything, they are only not here any more. */
const hasRunOut = 'AADSTS500133';
const mostRefusals = 10_000;

interface Refused {
  readonly failure: Failure;
  /** Of the token that was refused; a newer one is a new question. */
  readonly fingerprint: string | null;
}

/**
 * Decides per call who acts: the person, while their token is held; otherwise the application itself, where the tenant granted
 * the very permission; otherwise nobody. What a person's own token was refused is never done with the application's rights.
 */
export function whoActs(
  held: HeldIdentity,
  needs: { readonly forPerson: TokenFor; readonly rights: ApplicationRights },
): Passes & Pick<Identity, 'holds'> {
  const refusals = new Map<string, Refused>();

  function fingerprintFor(actor: Actor): string | null {
    const assertion = held.assertionOf(actor);
    return assertion === null ? null : fingerprintOf(assertion);
  }

  function keep(actor: Actor, scopes: readonly string[], failure: Failure): void {
    const isForAll = holdsForAll.has(failure.code);
    if (!isForAll && failure.code !== 'outlook-forbidden') return;
    const key = `${actorKey(actor)}|${isForAll ? '' : scopes.toSorted().join(' ')}`;
    refusals.delete(key);
    refusals.set(key, { failure, fingerprint: fingerprintFor(actor) });
    for (const oldest of refusals.keys()) {
      if (refusals.size <= mostRefusals) break;
      refusals.delete(oldest);
    }
  }

  /** The person has brought another token: whether it is refused as well will show. */
  function forgetOlder(actor: Actor, scopes: readonly string[], fingerprint: string): void {
    for (const key of keysOf(actor, scopes)) if (refusals.get(key)?.fingerprint !== fingerprint) refusals.delete(key);
  }

  return {
    async holds(actor) {
      if (held.isHere(actor)) return true;
      if (refusals.has(`${actorKey(actor)}|`)) return false;
      return (await needs.rights.rolesIn(actor.tenantId)).size > 0;
    },
    async passFor(actor, scopes, ask = {}) {
      const fingerprint = fingerprintFor(actor);
      let none = new Failure('sign-in-needed', { outsideCode: 'no-token-held' });
      if (fingerprint !== null) {
        forgetOlder(actor, scopes, fingerprint);
        try {
          return { token: await needs.forPerson(actor, scopes, ask), holder: 'person' };
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          if (error.details.outsideCode !== hasRunOut) {
            keep(actor, scopes, error);
            throw error;
          }
          none = error;
        }
      }
      for (const key of keysOf(actor, scopes)) {
        const refused = refusals.get(key);
        if (refused !== undefined) throw refused.failure;
      }
      const roles = await needs.rights.rolesIn(actor.tenantId);
      const isGranted = scopes.every((scope) => roles.has(standsIn[scope] ?? ''));
      if (!isGranted) throw none;
      return { token: await needs.rights.tokenIn(actor.tenantId, ask), holder: 'application' };
    },
    refused: keep,
  };
}

function keysOf(actor: Actor, scopes: readonly string[]): readonly string[] {
  return [`${actorKey(actor)}|`, `${actorKey(actor)}|${scopes.toSorted().join(' ')}`];
}
