import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import { Failure, type FailureCode } from '../ports/failures.ts';
import type { Watch } from '../ports/following.ts';
import type { Identity } from '../ports/identity.ts';
import type { Timing } from '../ports/system.ts';
import { later } from './after-failure.ts';
import { isWhole, lookAtMailbox, lookSeconds, newsIn, type LookNeeds } from './look-at-mailbox.ts';

export interface FollowWorkerNeeds extends LookNeeds {
  readonly identity: Identity;
  readonly timing: Timing;
}

/** Follows Outlook until stopped. */
export interface FollowWorker {
  /** Looks for work now instead of at the next turn. */
  readonly wake: () => void;
  /** Ends after the mailboxes under way. */
  readonly stop: () => Promise<void>;
}

const leaseSeconds = 120;
/** Mailboxes one turn takes up. */
const batch = 500;
/** Mailboxes looked at by one process at the same time. Those looked through as a whole keep nobody waiting who was told of a change. */
const mostAtOnce = { changes: 8, whole: 4 } as const;
/** One edit is told several times within a moment: they are taken together. */
const gatherMilliseconds = 150;
/** Looks for work again at least so often. */
const restMilliseconds = 5_000;
/** A mailbox nobody here can act for is left this long to other processes. */
const graceSeconds = 30;
const againSeconds = 30;

/** Nothing can be done until that person has been here. */
const waitsForVisit: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'sign-in-needed',
  'consent-needed',
  'claims-needed',
  'outlook-forbidden',
]);

function ownerOf({ tenantId, mailboxId }: Watch): Actor {
  return { tenantId, personId: mailboxId };
}

type Kind = keyof typeof mostAtOnce;

/** Until when what is known of a mailbox holds, where it was told of nothing but what Duologue made itself. Null: it is to be looked at. */
function holdsUntil(needs: FollowWorkerNeeds, watch: Watch): Instant | null {
  const { hints, lookedAt, deltaLink } = watch;
  if (hints.length === 0 || newsIn(watch).length > 0 || lookedAt === null || deltaLink === null) return null;
  const due = later(lookedAt, lookSeconds(needs.pollMinutes));
  return due > needs.clock.now() ? due : null;
}

async function look(needs: FollowWorkerNeeds, actor: Actor): Promise<void> {
  const claimed = await needs.followQueue.claim(actor, needs.clock.now(), leaseSeconds);
  if (claimed === null) return;
  const poll = () => later(needs.clock.now(), needs.pollMinutes * 60);
  try {
    const due = holdsUntil(needs, claimed);
    const { deltaLink, deltaSince, zonesAt, lookedAt, wholeAt } = claimed;
    const looked =
      due === null || lookedAt === null
        ? await lookAtMailbox(needs, claimed)
        : { deltaLink, deltaSince, zonesAt, lookedAt, wholeAt, lookAt: due };
    await needs.followQueue.done(claimed, looked);
  } catch (cause) {
    const now = needs.clock.now();
    if (!(cause instanceof Failure)) {
      needs.log.error('follow-bug', {}, cause);
      await needs.followQueue.postpone(actor, poll(), null);
      return;
    }
    needs.log.warn('follow-failed', { code: cause.code, outsideCode: cause.details.outsideCode });
    if (waitsForVisit.has(cause.code)) await needs.followQueue.postpone(actor, poll(), now);
    else await needs.followQueue.postpone(actor, later(now, cause.details.retryAfterSeconds ?? againSeconds), null);
  }
}

/** Mailboxes that are due and that something can be done for. */
async function dueNow(needs: FollowWorkerNeeds): Promise<readonly Watch[]> {
  const now = needs.clock.now();
  const due = await needs.followQueue.due(now, batch);
  const held = await Promise.all(due.map((watch) => needs.identity.holds(ownerOf(watch)).catch(() => false)));
  const mine = due.filter((_, index) => held[index]);
  for (const watch of due.filter((one) => !mine.includes(one) && later(one.lookAt, graceSeconds) < now))
    await needs.followQueue.postpone(ownerOf(watch), later(now, needs.pollMinutes * 60), now);
  return mine;
}

/** Follows Outlook for whoever something can be done. Any number of processes may do so over one database. */
export function startFollowWorker(needs: FollowWorkerNeeds): FollowWorker {
  const underWay = new Map<string, { readonly kind: Kind; readonly looking: Promise<void> }>();
  let waiting: readonly Watch[] = [];
  let stopping = false;
  let rest = new AbortController();
  /** Whether to look for work again once a mailbox under way is done: it may have been told of more meanwhile. */
  let isToldMore = false;
  const wake = (): void => {
    isToldMore = true;
    rest.abort();
  };
  const unsubscribe = needs.followQueue.onHint(wake);
  const keyOf = ({ tenantId, mailboxId }: Watch): string => `${tenantId}/${mailboxId}`;
  const kindOf = (watch: Watch): Kind => (isWhole(watch, needs.clock.now()) ? 'whole' : 'changes');

  function hasRoom(kind: Kind): boolean {
    return [...underWay.values()].filter((one) => one.kind === kind).length < mostAtOnce[kind];
  }

  /** Takes up whoever waits, as far as there is room. */
  function begin(): void {
    const left: Watch[] = [];
    for (const watch of stopping ? [] : waiting) {
      const [key, kind] = [keyOf(watch), kindOf(watch)];
      if (underWay.has(key)) continue;
      if (!hasRoom(kind)) {
        left.push(watch);
        continue;
      }
      const looking = look(needs, ownerOf(watch))
        .catch((cause: unknown) => {
          needs.log.error('follow-look', {}, cause);
        })
        .then(() => {
          underWay.delete(key);
          begin();
          if (!isToldMore) return;
          isToldMore = false;
          rest.abort();
        });
      underWay.set(key, { kind, looking });
    }
    waiting = left;
  }

  const run = async (): Promise<void> => {
    while (!stopping) {
      rest = new AbortController();
      try {
        waiting = await dueNow(needs);
        begin();
      } catch (cause) {
        needs.log.error('follow-turn', {}, cause);
      }
      if (!rest.signal.aborted) await needs.timing.pause(restMilliseconds, rest.signal);
      await needs.timing.pause(gatherMilliseconds);
    }
    await Promise.all([...underWay.values()].map(({ looking }) => looking));
  };
  const running = run();
  return {
    wake,
    stop: async () => {
      stopping = true;
      unsubscribe();
      rest.abort();
      await running;
    },
  };
}
