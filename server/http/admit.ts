import type { AccessRule } from '#contract/route.ts';
import { roleIn } from '#core/access/access.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Store, Thing } from '../ports/store.ts';

/** What a route is about, and the path parameter that names it. Null: nothing of a pair's, any signed-in person may ask. A new rule does not compile without an entry. */
const aboutOf: Record<AccessRule, readonly [Thing, string] | null> = {
  'anyone-signed-in': null,
  'pair-member': ['pair', 'pairId'],
  'pair-supervisor': ['pair', 'pairId'],
  'meeting-member': ['meeting', 'meetingId'],
  'meeting-supervisor': ['meeting', 'meetingId'],
  'item-member': ['item', 'itemId'],
  'jotting-author': ['jotting', 'jottingId'],
  'point-author': ['point', 'pointId'],
  'action-member': ['action', 'actionId'],
  'measure-member': ['measure', 'measureId'],
  'effect-member': ['effect', 'effectId'],
};

const supervisorsOnly: ReadonlySet<AccessRule> = new Set<AccessRule>(['pair-supervisor', 'meeting-supervisor']);

/**
 * The first wall: before anything is read or done, the person must belong to the pair the route is about, as the database has it for them.
 * Something of others and something that does not exist give the same answer. Use cases check the act again inside their own transaction.
 * @throws Refusal `not-found`, `only-supervisor`
 */
export async function admit(
  store: Store,
  actor: Actor,
  rule: AccessRule,
  param: (name: string) => string,
): Promise<void> {
  const about = aboutOf[rule];
  if (about === null) return;
  const [thing, name] = about;
  const owners = await store.ownersOf(actor, thing, param(name));
  const role = owners === null ? 'other' : roleIn(owners, actor.personId);
  if (role === 'other') throw new Refusal('not-found');
  if (supervisorsOnly.has(rule) && role !== 'supervisor') throw new Refusal('only-supervisor');
}
