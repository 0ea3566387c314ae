import type { Identity } from '#server/ports/identity.ts';
import type { Passes } from '#server/ports/passes.ts';
import type { Clock, Logger } from '#server/ports/system.ts';
import { applicationRights } from './application-rights.ts';
import type { TokenRefusals } from '#server/ports/token-refusals.ts';
import type { EntraConfig } from './entra-config.ts';
import { knownRefusals } from './known-refusals.ts';
import { onBehalfOf } from './on-behalf-of.ts';
import { entraIdentity } from './verify-token.ts';
import type { HeldIdentity } from './verify-token.ts';
import { whoActs } from './who-acts.ts';

export interface EntraAdapters {
  readonly identity: Identity & HeldIdentity;
  readonly passes: Passes;
}

/** Who people are, and with whose token Graph is called for them. */
export function entraAdapters(
  config: EntraConfig,
  needs: { readonly clock: Clock; readonly log: Logger; readonly tokenRefusals: TokenRefusals },
): EntraAdapters {
  const held = entraIdentity(config, needs);
  const { holds, ...passes } = whoActs(held, {
    forPerson: onBehalfOf(config, held),
    rights: applicationRights(config, needs.clock),
    refusals: knownRefusals(needs.tokenRefusals, needs.clock),
  });
  return { identity: { ...held, holds }, passes };
}
