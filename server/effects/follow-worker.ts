import type { Actor } from '#core/people/person.ts';
import { Failure, type FailureCode } from '../ports/failures.ts';
import type { Watch } from '../ports/following.ts';
import type { Identity } from '../ports/identity.ts';
import { later } from './after-failure.ts';
import { lookAtMailbox, type LookNeeds } from './look-at-mailbox.ts';

export interface FollowWorkerNeeds extends LookNeeds {
  readonly identity: Identity;
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
/** Mailboxes looked at by one process at the same time. */
const mostAtOnce = 8;
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

async function look(needs: FollowWorkerNeeds, actor: Actor): Promise<void> {
  const claimed = await needs.followQueue.claim(actor, needs.clock.now(), leaseSeconds);
  if (claimed === null) return;
  const poll = () => later(needs.clock.now(), needs.pollMinutes * 60);
  try {
    await needs.followQueue.done(claimed, await lookAtMailbox(needs, claimed));
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

/** One turn: each mailbox that is due and that something can be done for. Returns how many were. */
async function turn(needs: FollowWorkerNeeds): Promise<number> {
  const now = needs.clock.now();
  const due = await needs.followQueue.due(now, batch);
  const held = await Promise.all(due.map((watch) => needs.identity.holds(ownerOf(watch)).catch(() => false)));
  const mine = due.filter((_, index) => held[index]);
  for (const watch of due.filter((one) => !mine.includes(one) && later(one.lookAt, graceSeconds) < now))
    await needs.followQueue.postpone(ownerOf(watch), later(now, needs.pollMinutes * 60), now);
  const waiting = [...mine];
  await Promise.all(
    Array.from({ length: mostAtOnce }, async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await look(needs, ownerOf(one));
    }),
  );
  return mine.length;
}

/** Follows Outlook for whoever something can be done. Any number of processes may do so over one database. */
export function startFollowWorker(needs: FollowWorkerNeeds): FollowWorker {
  let stopping = false;
  let woken = false;
  let rest: (() => void) | null = null;
  const wake = (): void => {
    woken = true;
    rest?.();
  };
  const unsubscribe = needs.followQueue.onHint(wake);
  const resting = (milliseconds: number, endsWhenWoken: boolean): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      rest = () => {
        if (!stopping && !endsWhenWoken) return;
        clearTimeout(timer);
        resolve();
      };
      if (stopping || (endsWhenWoken && woken)) rest();
    });
  const run = async (): Promise<void> => {
    while (!stopping) {
      woken = false;
      try {
        await turn(needs);
      } catch (cause) {
        needs.log.error('follow-turn', {}, cause);
      }
      await resting(restMilliseconds, true);
      await resting(gatherMilliseconds, false);
      rest = null;
    }
  };
  const running = run();
  return {
    wake,
    stop: async () => {
      stopping = true;
      unsubscribe();
      rest?.();
      await running;
    },
  };
}
