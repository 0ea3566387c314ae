import type { AccessRule } from '#contract/route.ts';
import { roleIn } from '#core/access/access.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Owners, Store, Thing } from '../ports/store.ts';

/** What a route is about, and the path parameter that names it. Null: nothing of a pair's, any signed-in person may ask. A new rule does not compile without an entry. */
const aboutOf: Record<AccessRule, readonly [Thing, string] | null> = {
  'anyone-signed-in': null,
  administrator: null,
  hr: null,
  'pair-member': ['pair', 'pairId'],
  'pair-supervisor': ['pair', 'pairId'],
  'meeting-member': ['meeting', 'meetingId'],
  'meeting-supervisor': ['meeting', 'meetingId'],
  'item-member': ['item', 'itemId'],
  'jotting-author': ['jotting', 'jottingId'],
  'point-author': ['point', 'pointId'],
  'action-member': ['action', 'actionId'],
  'measure-member': ['measure', 'measureId'],
  'objective-member': ['objective', 'objectiveId'],
  'effect-member': ['effect', 'effectId'],
};

const supervisorsOnly: ReadonlySet<AccessRule> = new Set<AccessRule>(['pair-supervisor', 'meeting-supervisor']);

/** Lets a person through to a route, or not. @throws Refusal `not-found`, `only-supervisor`, `not-allowed` */
export type Admit = (actor: Actor, rule: AccessRule, param: (name: string) => string) => Promise<void>;

// Neither is ever deleted, and the runtime role has no right to give a meeting another pair, or a pair another two.
const lasting: ReadonlySet<Thing> = new Set<Thing>(['pair', 'meeting']);
const mostRemembered = 20_000;

/** Whose things are, as the database said. What cannot change is asked once. */
function ownersIn(store: Store): Store['ownersOf'] {
  const known = new Map<string, Owners>();
  return async (actor, thing, id) => {
    if (!lasting.has(thing)) return store.ownersOf(actor, thing, id);
    const key = `${actor.tenantId}/${thing}/${id}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const owners = await store.ownersOf(actor, thing, id);
    if (owners === null) return null;
    for (const oldest of known.keys()) {
      if (known.size < mostRemembered) break;
      known.delete(oldest);
    }
    known.set(key, owners);
    return owners;
  };
}

/**
 * The first wall: before anything is read or done, the person must belong to the pair the route is about, as the database has it.
 * Something of others and something that does not exist give the same answer. Use cases check the act again inside their own transaction.
 */
export function admission(store: Store): Admit {
  const ownersOf = ownersIn(store);
  return async (actor, rule, param) => {
    const about = aboutOf[rule];
    if (rule === 'administrator' && actor.isAdministrator !== true) throw new Refusal('not-allowed');
    if (rule === 'hr' && actor.isHr !== true) throw new Refusal('not-allowed');
    if (about === null) return;
    const [thing, name] = about;
    const owners = await ownersOf(actor, thing, param(name));
    const role = owners === null ? 'other' : roleIn(owners, actor.personId);
    if (role === 'other') throw new Refusal('not-found');
    if (supervisorsOnly.has(rule) && role !== 'supervisor') throw new Refusal('only-supervisor');
  };
}
