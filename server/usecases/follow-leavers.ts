import { newsOf } from '#core/following/news.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Actor } from '#core/people/person.ts';
import { Failure } from '../ports/failures.ts';
import { keepNews } from './keep-news.ts';
import type { Needs } from './needs.ts';

type LeaverNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'directory'>;

function otherOf(pair: Pair, actor: Actor): string {
  return pair.supervisorId === actor.personId ? pair.employeeId : pair.supervisorId;
}

/** Says once in the pair that the other of the two has left the directory; again only where they came back in between. */
async function sayLeft(needs: LeaverNeeds, actor: Actor, pairId: string): Promise<void> {
  await needs.store.asPerson(actor, async (tx) => {
    await tx.pairs.lock(pairId);
    const pair = await tx.pairs.find(pairId);
    if (pair?.to !== null) return;
    const otherId = otherOf(pair, actor);
    const since = (await tx.people.goneSince([otherId])).get(otherId);
    if (since === undefined) return;
    const by = otherId === pair.employeeId ? 'attendee' : 'organiser';
    const news = await tx.following.newsOf([pairId]);
    if (news.some((one) => one.kind === 'attendee-left' && one.by === by && one.at >= since)) return;
    await keepNews(tx, needs, { pairId, seriesId: null }, [newsOf('attendee-left', { meetingId: null, by })]);
    await tx.changed(pairId, 'outlook-followed');
  });
}

/**
 * Who of those the actor meets the directory no longer has or lets in. It is said, and nothing else happens: what becomes of their
 * one-to-ones is for people to decide. Where the directory cannot be read, nothing is claimed of anybody.
 */
export async function followLeavers(needs: LeaverNeeds, actor: Actor): Promise<void> {
  const all = await needs.store.asPerson(actor, (tx) => tx.pairs.ofPerson(actor.personId));
  const pairs = all.filter(({ to }) => to === null);
  const ids = [...new Set(pairs.map((pair) => otherOf(pair, actor)))];
  if (ids.length === 0) return;
  let gone: ReadonlySet<string>;
  try {
    gone = await needs.directory.goneOf(actor, ids);
  } catch (cause) {
    if (cause instanceof Failure) return;
    throw cause;
  }
  const now = needs.clock.now();
  await needs.store.asPerson(actor, (tx) => tx.people.sayGone(ids, gone, now));
  for (const pair of pairs) if (gone.has(otherOf(pair, actor))) await sayLeft(needs, actor, pair.id);
}
