import { feedEvent, feedWindow, isResting } from '#core/feed/feed.ts';
import type { Instant } from '#core/time-types.ts';
import type { Needs } from './needs.ts';

const notedEveryMilliseconds = 3_600_000;

function isOld(lastReadAt: Instant | null, now: Instant): boolean {
  return lastReadAt === null || Date.parse(now) - Date.parse(lastReadAt) >= notedEveryMilliseconds;
}

/**
 * Somebody's meetings for whoever holds their calendar link, read as that person and so within row-level security. Null, and no
 * telling which: no such link, one that was revoked, or a person whom the directory no longer has or who has been away for long.
 */
export async function readFeed(
  needs: Pick<Needs, 'store' | 'clock' | 'documents' | 'feedDoor' | 'fingerprint'>,
  secret: string,
): Promise<string | null> {
  const holder = await needs.feedDoor.holderOf(needs.fingerprint(secret));
  const now = needs.clock.now();
  if (holder === null || isResting(holder.visitedAt, now)) return null;
  const { actor, lastReadAt } = holder;
  const meetings = await needs.store.asPerson(actor, async (tx) => {
    const [person] = await tx.people.find([actor.personId]);
    // Asked again as the person: a link revoked at this very moment is dead already.
    if (person === undefined || (await tx.people.isGone(person.id)) || (await tx.feeds.own()) === null) return null;
    const { from, until } = feedWindow(now, person.zone);
    const found = await tx.feeds.meetings(from, until);
    if (isOld(lastReadAt, now)) await tx.feeds.wasRead(now);
    return found;
  });
  return meetings === null ? null : needs.documents.feedCalendar(meetings.map(feedEvent));
}
