import type { Handover } from '#core/people/handover.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { dayInWords } from './day-in-words.ts';
import type { Needs } from './needs.ts';
import { pairScope } from './pair-scope.ts';

type Days = Pick<Handover, 'from' | 'until'>;

/** Who hands over, and who takes over. */
interface Managers {
  readonly supervisor: Pick<Person, 'displayName'>;
  readonly to: Pick<Person, 'displayName'>;
}

/** The days somebody takes over for, as a part of a sentence. */
export function stretchOf({ from, until }: Days): string {
  return until === null ? `from ${dayInWords(from)}` : `from ${dayInWords(from)} to ${dayInWords(until)}`;
}

/** What stands in the new invitation, so that whoever reads it knows why it came. `isForOther`: somebody else than the manager arranged it. */
export function invitationNote({ supervisor, to }: Managers, days: Days, isForOther: boolean): string {
  const after = days.until === null ? '' : ` After that you go on with ${supervisor.displayName}.`;
  const by = isForOther ? ' The people who look after one-to-ones in your organisation have arranged this.' : '';
  return `${to.displayName} takes over your one-to-ones from ${supervisor.displayName}, ${stretchOf(days)}.${after}${by}`;
}

/**
 * Why somebody invites to one-to-ones that another manager held: said with the first series of a pair that took over (OD3a-8). Null: the
 * pair took over from nobody, or its series came with such words before. Names and days, and nobody's words: the employee, who knows
 * both pairs, is asked for no more. @throws Refusal `not-found`
 */
export async function whyTakenOver(needs: Pick<Needs, 'store'>, actor: Actor, pairId: string): Promise<string | null> {
  const pair = await needs.store.asPerson(actor, async (tx) => {
    const scope = await pairScope(tx, actor, pairId);
    const hadSeries = (await tx.meetings.ofPair(pairId)).some(({ seriesId }) => seriesId !== null);
    return hadSeries ? null : scope.pair;
  });
  if (pair === null) return null;
  const employee: Actor = { tenantId: actor.tenantId, personId: pair.employeeId };
  return needs.store.asPerson(employee, async (tx) => {
    const pairs = await tx.pairs.ofPerson(employee.personId);
    const handovers = await tx.handovers.ofPairs(pairs.map(({ id }) => id));
    const handover = handovers.findLast(({ toPairId }) => toPairId === pairId);
    const earlier = pairs.find(({ id }) => id === handover?.pairId);
    if (handover === undefined || earlier === undefined) return null;
    const people = await tx.people.find([earlier.supervisorId, pair.supervisorId]);
    const supervisor = people.find(({ id }) => id === earlier.supervisorId);
    const to = people.find(({ id }) => id === pair.supervisorId);
    if (supervisor === undefined || to === undefined) return null;
    const until = handover.until === null ? null : (pair.to ?? handover.until);
    return invitationNote({ supervisor, to }, { from: handover.from, until }, handover.by !== earlier.supervisorId);
  });
}
