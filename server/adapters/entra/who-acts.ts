import type { Actor } from '#core/people/person.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Identity } from '#server/ports/identity.ts';
import type { Passes } from '#server/ports/passes.ts';
import type { ApplicationRights } from './application-rights.ts';
import { fingerprintOf } from './held-tokens.ts';
import type { KnownRefusals } from './known-refusals.ts';
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

/** Entra's number for a token that ran out on the way: nobody was refused anything, they are only not here any more. */
const hasRunOut = 'AADSTS500133';

/**
 * Decides per call who acts: the person, while their token is held; otherwise the application itself, where the tenant granted
 * the very permission; otherwise nobody. What a person's own token was refused is never done with the application's rights.
 */
export function whoActs(
  held: HeldIdentity,
  needs: { readonly forPerson: TokenFor; readonly rights: ApplicationRights; readonly refusals: KnownRefusals },
): Passes & Pick<Identity, 'holds'> {
  function fingerprintFor(actor: Actor): string | null {
    const assertion = held.assertionOf(actor);
    return assertion === null ? null : fingerprintOf(assertion);
  }

  function keep(actor: Actor, scopes: readonly string[], failure: Failure): Promise<void> {
    return needs.refusals.keep(actor, scopes, failure, fingerprintFor(actor));
  }

  return {
    async holds(actor) {
      if (held.isHere(actor)) return true;
      if (await needs.refusals.isForAll(actor)) return false;
      return (await needs.rights.rolesIn(actor.tenantId)).size > 0;
    },
    async passFor(actor, scopes, ask = {}) {
      const fingerprint = fingerprintFor(actor);
      let none = new Failure('sign-in-needed', { outsideCode: 'no-token-held' });
      if (fingerprint !== null) {
        await needs.refusals.forgetOlder(actor, scopes, fingerprint);
        try {
          return { token: await needs.forPerson(actor, scopes, ask), holder: 'person' };
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          if (error.details.outsideCode !== hasRunOut) {
            await keep(actor, scopes, error);
            throw error;
          }
          none = error;
        }
      }
      const refused = await needs.refusals.inTheWay(actor, scopes);
      if (refused !== null) throw refused;
      const roles = await needs.rights.rolesIn(actor.tenantId);
      const isGranted = scopes.every((scope) => roles.has(standsIn[scope] ?? ''));
      if (!isGranted) throw none;
      return { token: await needs.rights.tokenIn(actor.tenantId, ask), holder: 'application' };
    },
    refused: keep,
  };
}
