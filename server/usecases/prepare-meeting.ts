import type { Jotting } from '#core/agenda/agenda-item.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Transaction } from '../ports/store.ts';
import { putItem } from './edit-agenda.ts';
import type { Needs } from './needs.ts';
import { meetingForAct, meetingScope } from './pair-scope.ts';

type PreparationNeeds = Pick<Needs, 'store' | 'clock'>;

/** One's own jotting. Anybody else's does not exist, as far as one can tell. @throws Refusal `not-found` */
async function ownJotting(tx: Transaction, actor: Actor, jottingId: string): Promise<Jotting> {
  const jotting = await tx.preparations.find(jottingId);
  if (jotting?.authorId !== actor.personId) throw new Refusal('not-found');
  return jotting;
}

/**
 * Jots something down for oneself. Tells nobody: not even that there is a jotting (ESS-3).
 * @throws Refusal `not-found`, `meeting-closed`
 */
export async function addJotting(
  needs: PreparationNeeds,
  actor: Actor,
  input: {
    readonly meetingId: string;
    readonly id: string;
    readonly text: string;
    readonly promptId?: string | null | undefined;
  },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { meeting, pair } = await meetingForAct(tx, actor, input.meetingId, 'jot');
    const jotting: Jotting = {
      id: input.id,
      meetingId: meeting.id,
      authorId: actor.personId,
      text: input.text,
      at: needs.clock.now(),
      promptId: input.promptId ?? null,
      sharedItemId: null,
    };
    const own = await tx.preparations.ofMeeting(meeting.id, actor.personId);
    if (!own.some((one) => one.id === input.id)) await tx.preparations.save(jotting, pair.id);
    return { seq: await tx.pairs.seq(pair.id) };
  });
}

export async function changeJotting(
  needs: PreparationNeeds,
  actor: Actor,
  input: { readonly jottingId: string; readonly text: string },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const jotting = await ownJotting(tx, actor, input.jottingId);
    const { pair } = await meetingScope(tx, actor, jotting.meetingId);
    await tx.preparations.save({ ...jotting, text: input.text }, pair.id);
    return { seq: await tx.pairs.seq(pair.id) };
  });
}

export async function removeJotting(needs: PreparationNeeds, actor: Actor, input: { readonly jottingId: string }) {
  return needs.store.asPerson(actor, async (tx) => {
    const jotting = await ownJotting(tx, actor, input.jottingId);
    const { pair } = await meetingScope(tx, actor, jotting.meetingId);
    await tx.preparations.remove(jotting.id);
    return { seq: await tx.pairs.seq(pair.id) };
  });
}

/** Makes an agenda item both see of one's jotting. The rest stays private. Sharing twice makes one item. */
export async function shareJotting(
  needs: PreparationNeeds,
  actor: Actor,
  input: {
    readonly jottingId: string;
    readonly itemId: string;
    readonly title: string;
    readonly kindId?: string | null | undefined;
    readonly minutes: number;
    readonly urgency: 'normal' | 'urgent';
  },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const seen = await ownJotting(tx, actor, input.jottingId);
    const scope = await meetingForAct(tx, actor, seen.meetingId, 'add-item');
    const jotting = await ownJotting(tx, actor, input.jottingId);
    if (jotting.sharedItemId !== null) return { seq: await tx.pairs.seq(scope.pair.id) };
    const done = await putItem(tx, actor, scope, {
      id: input.itemId,
      title: input.title,
      note: null,
      topicId: null,
      kindId: input.kindId ?? null,
      urgency: input.urgency,
      minutes: input.minutes,
    });
    await tx.preparations.save({ ...jotting, sharedItemId: input.itemId }, scope.pair.id);
    return done;
  });
}
