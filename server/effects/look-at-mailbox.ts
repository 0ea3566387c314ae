import { addDays, localDateOf } from '#core/time.ts';
import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import { Failure } from '../ports/failures.ts';
import type { FollowQueue, LookedAt, Watch } from '../ports/following.ts';
import type { CalendarChanges, Outlook } from '../ports/outlook.ts';
import type { Clock, Logger, Secrets } from '../ports/system.ts';
import { later } from './after-failure.ts';

export interface LookNeeds {
  readonly followQueue: FollowQueue;
  /** For whole calendars, and for those that are looked at for the first time. */
  readonly outlook: Outlook;
  /** For what changed in those that are followed already: it does not wait for what is booked for many. */
  readonly outlookSoon: Outlook;
  /** Follows what changed in the actor's calendar. */
  readonly follow: (actor: Actor, changed: ReadonlySet<string> | 'everything') => Promise<void>;
  /** Follows which clocks the actor and those they meet keep; what cannot be read is left for the next time. */
  readonly followClocks: (actor: Actor) => Promise<void>;
  /** How often a mailbox is looked at though nothing told of a change. */
  readonly pollMinutes: number;
  readonly secrets: Secrets;
  readonly fingerprint: (text: string) => string;
  readonly clock: Clock;
  readonly log: Logger;
}

const daySeconds = 24 * 3600;
/** A look begins so much sooner than the poll asks: it is taken up a moment late, and reading takes its time. */
const soonerSeconds = 10;
/** A subscription lives a week; it is renewed in good time. */
const renewSeconds = 2 * daySeconds;
const subscribeAgainSeconds = 3600;
/** Everything is looked through so often, whatever was told: the net under the net. */
const wholeSeconds = daySeconds;
/** Days of the calendar whose changes are asked for; the window moves on once it has grown old. */
const [daysBack, daysAhead, windowDays] = [1, 400, 30];

/** Seconds from one look at a mailbox to the next, so that what changes just after one is followed within the poll. */
export function lookSeconds(pollMinutes: number): number {
  return pollMinutes * 60 - soonerSeconds;
}

function midnight(now: Instant, days: number): Instant {
  return `${addDays(localDateOf(now, 'UTC'), days)}T00:00:00.000Z`;
}

function isOlder(at: Instant | null, now: Instant, seconds: number): boolean {
  return at === null || later(at, seconds) <= now;
}

/** Whether all of a calendar is to be looked through, and not only what changed in it. */
export function isWhole({ deltaLink, deltaSince, wholeAt }: Watch, now: Instant): boolean {
  return deltaLink === null || isOlder(deltaSince, now, windowDays * daySeconds) || isOlder(wholeAt, now, wholeSeconds);
}

/** What notifications named, but for versions Duologue made itself. */
export function newsIn({ hints, made }: Watch): string[] {
  return hints.flatMap((hint) => {
    const [id = '', version] = hint.split(' ');
    return version !== undefined && made.includes(version) ? [] : [id];
  });
}

/** Keeps Graph telling of changes. Without it the mailbox is looked at every so often all the same. */
async function keepSubscribed(needs: LookNeeds, actor: Actor, watch: Watch): Promise<void> {
  const now = needs.clock.now();
  const { subscriptionId, subscribedUntil, subscribeAfter } = watch;
  if (subscriptionId !== null && subscribedUntil !== null && later(now, renewSeconds) < subscribedUntil) return;
  if (subscribeAfter !== null && subscribeAfter > now) return;
  try {
    const renewed = subscriptionId === null ? null : await needs.outlook.renew(actor, subscriptionId);
    const secret = renewed === null ? needs.secrets.next() : null;
    const made = renewed ?? (await needs.outlook.subscribe(actor, secret ?? ''));
    await needs.followQueue.subscribed(actor, {
      subscriptionId: made.id,
      subscribedUntil: made.until,
      subscribeAfter: null,
      clientStateHash: secret === null ? null : needs.fingerprint(secret),
    });
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    needs.log.warn('subscribe-failed', { code: cause.code, outsideCode: cause.details.outsideCode });
    await needs.followQueue.subscribed(actor, {
      subscriptionId,
      subscribedUntil,
      subscribeAfter: later(now, subscribeAgainSeconds),
      clientStateHash: null,
    });
  }
}

/** What changed since the last look, and where to go on from. Asked before anything is read, so that nothing falls in between. */
async function changesSince(
  needs: LookNeeds,
  actor: Actor,
  watch: Watch,
): Promise<Pick<LookedAt, 'deltaLink' | 'deltaSince'> & { readonly changed: ReadonlySet<string> | 'everything' }> {
  const now = needs.clock.now();
  const [from, until] = [midnight(now, -daysBack), midnight(now, daysAhead)];
  if (watch.deltaLink !== null && !isOlder(watch.deltaSince, now, windowDays * daySeconds)) {
    const changes = await needs.outlook.changes(actor, watch.deltaLink, from, until);
    if (changes !== null)
      return {
        deltaLink: changes.deltaLink,
        deltaSince: watch.deltaSince,
        changed: isOlder(watch.wholeAt, now, wholeSeconds) ? 'everything' : changedIn(changes, watch),
      };
    needs.log.info('delta-began-again');
  }
  const begun = await needs.outlook.changes(actor, null, from, until).catch((cause: unknown) => {
    // No such mailbox: reading what stands in it says so, item by item.
    if (cause instanceof Failure && cause.code === 'outlook-missing') return null;
    throw cause;
  });
  return { deltaLink: begun?.deltaLink ?? null, deltaSince: now, changed: 'everything' };
}

/** What is to be read again. An item that stands as Duologue made it need not be. */
function changedIn({ eventIds, versions }: CalendarChanges, watch: Watch): ReadonlySet<string> {
  const made = new Set(watch.made);
  return new Set([...[...eventIds].filter((id) => !made.has(versions.get(id) ?? '')), ...newsIn(watch)]);
}

/** Looks at one mailbox: stays subscribed, asks what changed, and has that followed. @throws Failure */
export async function lookAtMailbox(all: LookNeeds, watch: Watch): Promise<LookedAt> {
  const needs = isWhole(watch, all.clock.now()) ? all : { ...all, outlook: all.outlookSoon };
  const actor: Actor = { tenantId: watch.tenantId, personId: watch.mailboxId };
  await keepSubscribed(needs, actor, watch);
  const now = needs.clock.now();
  const { deltaLink, deltaSince, changed } = await changesSince(needs, actor, watch);
  if (changed === 'everything' || changed.size > 0) await needs.follow(actor, changed);
  // Graph tells nobody that a zone changed. Whoever is looked at for the first time was asked a moment ago.
  const isClockDue = watch.zonesAt !== null && isOlder(watch.zonesAt, now, lookSeconds(needs.pollMinutes));
  if (isClockDue) await needs.followClocks(actor);
  return {
    deltaLink,
    deltaSince,
    zonesAt: isClockDue ? now : (watch.zonesAt ?? now),
    lookedAt: now,
    wholeAt: changed === 'everything' ? now : watch.wholeAt,
    lookAt: later(now, lookSeconds(needs.pollMinutes)),
  };
}
