import type { FeedLink } from '#core/feed/feed.ts';
import type { Actor } from '#core/people/person.ts';
import type { Needs } from './needs.ts';

/** Whether the actor has a calendar link, since when, and when a calendar last asked. */
export async function readFeedLink(
  needs: Pick<Needs, 'store'>,
  actor: Actor,
): Promise<{ readonly link: FeedLink | null }> {
  return needs.store.asPerson(actor, async (tx) => ({ link: await tx.feeds.own() }));
}

/** Makes the actor's calendar link and says it this once: a fingerprint alone is kept. One there was before is dead from now on. */
export async function makeFeed(
  needs: Pick<Needs, 'store' | 'clock' | 'secrets' | 'fingerprint' | 'links'>,
  actor: Actor,
): Promise<{ readonly address: string }> {
  const secret = needs.secrets.next();
  await needs.store.asPerson(actor, (tx) => tx.feeds.make(needs.fingerprint(secret), needs.clock.now()));
  return { address: needs.links.toFeed(secret) };
}

/** Ends the actor's calendar link. None there is fine. */
export async function revokeFeed(needs: Pick<Needs, 'store'>, actor: Actor): Promise<Record<string, never>> {
  await needs.store.asPerson(actor, (tx) => tx.feeds.revoke());
  return {};
}

/** Remembers that the actor was here: a calendar link rests where its person has not been for long. */
export async function visitFeed(needs: Pick<Needs, 'store' | 'clock'>, actor: Actor): Promise<void> {
  await needs.store.asPerson(actor, (tx) => tx.feeds.visited(needs.clock.now()));
}
