import type { AccessRule } from '#contract/route.ts';
import { roleIn } from '#core/access/access.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Store, Transaction } from '../ports/store.ts';

type PairFinder = (tx: Transaction, param: (name: string) => string) => Promise<string | null>;

/** Which pair a route is about. Null: none, any signed-in person may ask. A new rule does not compile without an entry. */
const pairOf: Record<AccessRule, PairFinder | null> = {
  'anyone-signed-in': null,
  'pair-member': async (_tx, param) => Promise.resolve(param('pairId')),
  'pair-supervisor': async (_tx, param) => Promise.resolve(param('pairId')),
  'meeting-member': (tx, param) => tx.ownership.pairOfMeeting(param('meetingId')),
  'meeting-supervisor': (tx, param) => tx.ownership.pairOfMeeting(param('meetingId')),
  'item-member': (tx, param) => tx.ownership.pairOfItem(param('itemId')),
  'jotting-author': (tx, param) => tx.ownership.pairOfJotting(param('jottingId')),
  'point-author': (tx, param) => tx.ownership.pairOfPoint(param('pointId')),
  'action-member': (tx, param) => tx.ownership.pairOfAction(param('actionId')),
  'measure-member': (tx, param) => tx.ownership.pairOfMeasure(param('measureId')),
  'effect-member': (tx, param) => tx.ownership.pairOfEffect(param('effectId')),
};

const supervisorsOnly: ReadonlySet<AccessRule> = new Set<AccessRule>(['pair-supervisor', 'meeting-supervisor']);

/**
 * The first wall: before anything is read or done, the person must belong to the pair the route is about.
 * Something of others and something that does not exist give the same answer. Use cases check the act again inside their own transaction.
 * @throws Refusal `not-found`, `only-supervisor`
 */
export async function admit(
  store: Store,
  actor: Actor,
  rule: AccessRule,
  param: (name: string) => string,
): Promise<void> {
  const find = pairOf[rule];
  if (find === null) return;
  await store.asPerson(actor, async (tx) => {
    const pairId = await find(tx, param);
    const pair = pairId === null ? null : await tx.pairs.find(pairId);
    const role = pair === null ? 'other' : roleIn(pair, actor.personId);
    if (role === 'other') throw new Refusal('not-found');
    if (supervisorsOnly.has(rule) && role !== 'supervisor') throw new Refusal('only-supervisor');
  });
}
