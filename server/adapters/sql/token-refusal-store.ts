import type { TokenRefusals } from '#server/ports/token-refusals.ts';
import type { Transactions } from './transactions.ts';

/** What people's own tokens were refused; each is seen in that person's name alone. */
export function tokenRefusalStore(transactions: Transactions): TokenRefusals {
  return {
    of: (actor) =>
      transactions.asPerson(actor, (tx) =>
        tx
          .selectFrom('token_refusal')
          .select(['scopes', 'code', 'outside_code as outsideCode', 'claims', 'fingerprint', 'at'])
          .where('tenant_id', '=', actor.tenantId)
          .where('person_id', '=', actor.personId)
          .execute(),
      ),
    keep: (actor, { scopes, code, outsideCode, claims, fingerprint, at }) =>
      transactions.asPerson(actor, async (tx) => {
        const said = { code, outside_code: outsideCode, claims, fingerprint, at };
        await tx
          .insertInto('token_refusal')
          .values({ tenant_id: actor.tenantId, person_id: actor.personId, scopes, ...said })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'scopes']).doUpdateSet(said))
          .execute();
      }),
    forget: (actor, scopes) =>
      transactions.asPerson(actor, async (tx) => {
        await tx
          .deleteFrom('token_refusal')
          .where('tenant_id', '=', actor.tenantId)
          .where('person_id', '=', actor.personId)
          .where('scopes', '=', scopes)
          .execute();
      }),
  };
}
