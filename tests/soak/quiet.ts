import { setTimeout as wait } from 'node:timers/promises';
import { addMinutes } from '#core/time.ts';
import type { House } from './house.ts';
import type { Player } from './played-pair.ts';

const lookMilliseconds = 15;
/** So long may the house need for what it was asked, on a busy machine. */
const patienceMilliseconds = 240_000;
/** From when on the clock is hurried, and by how much with each look. */
const hurryMilliseconds = 500;
const hurryMinutes = 0.2;
const slowMinutes = 0.1 / 60;

async function deliver({ started }: House): Promise<number> {
  const answer = await fetch(`${started.trial.microsoft365.origin}/_local/deliveries/run`, { method: 'POST' });
  const { waiting } = (await answer.json()) as { waiting: number };
  return waiting;
}

/** Whoever has Duologue open is known for an hour from each time it asks. */
const visitMinutes = 40;

/** Where nobody looks in, mailboxes are looked at so often. */
const pollMinutes = 10;
/** Somebody who looks at a mailbox or a pair has it for so long. */
const leaseSeconds = 130;

/** Whether no mailbox is being looked at or due, and nothing a pair agreed falls due. */
async function isCaughtUp(house: House): Promise<boolean> {
  const { followQueue, hourQueue } = house.started.trial.duologue;
  const afterLeases = new Date(Date.parse(house.now()) + leaseSeconds * 1000).toISOString();
  const hour = await hourQueue.nextAt();
  return (hour === null || hour > afterLeases) && (await followQueue.due(afterLeases, 1)).length === 0;
}

/** Whether the mailbox of somebody who organises a series was looked at since then, and nothing waits for them where they are here. */
async function isLookedAt({ started }: House, { personId }: Player, since: string, isHere: boolean): Promise<boolean> {
  const { duologue, microsoft365 } = started.trial;
  return duologue.store.asPerson({ tenantId: microsoft365.tenantId, personId }, async (tx) => {
    const pairs = (await tx.pairs.ofPerson(personId)).filter(({ supervisorId }) => supervisorId === personId);
    const ids = pairs.map(({ id }) => id);
    // What waited for a visit is taken up soon after somebody is here, not at once.
    const promises = isHere ? await tx.effects.deliveriesOf(ids) : [];
    if (
      promises.some((one) => one.state === 'parked' && one.parkedFor === 'sign-in-needed' && one.actingId === personId)
    )
      return false;
    const series = await tx.series.currentOf(ids);
    if (series.every(({ eventId, state }) => eventId === null || state === 'gone')) return true;
    const known = await tx.following.freshness([personId]);
    return known.some(({ lookedAt }) => lookedAt !== null && lookedAt >= since);
  });
}

/**
 * Lets everything come to rest: these people look in, what Outlook tells arrives, every promise is kept, parked or withdrawn, every
 * mailbox is looked at. Promises that wait for their hour get it. @throws when it does not come to rest
 */
export async function quiet(
  house: House,
  visitors: Iterable<Player>,
  isWithoutMailbox: (player: Player) => boolean,
  isVisiting = true,
): Promise<void> {
  house.started.clock.forward(isVisiting ? 1 : pollMinutes + 1);
  const since = house.now();
  const people = [...visitors];
  let visitedAt = '';
  const visit = async (): Promise<void> => {
    visitedAt = house.now();
    for (const visitor of people) await visitor.call('me');
  };
  if (isVisiting) await visit();
  const readable = people.filter((person) => !isWithoutMailbox(person));
  const began = performance.now();
  for (;;) {
    await deliver(house);
    const { effectQueue, wake } = house.started.trial.duologue;
    const next = await effectQueue.nextAt();
    const isRead = next === null && (await isCaughtUp(house));
    const looked = isRead
      ? await Promise.all(readable.map((person) => isLookedAt(house, person, since, isVisiting)))
      : [];
    if (isRead && looked.every(Boolean)) return;
    if (next !== null && next > house.now()) house.started.clock.set(next);
    // So many a second is what Microsoft 365 takes: seconds have to pass, slowly enough for what is under way.
    if (next !== null && next <= house.now() && performance.now() > began + hurryMilliseconds)
      house.started.clock.forward(slowMinutes);
    // What Outlook refused for now, and mailboxes of people who are not here, wait for their time.
    if (next === null && performance.now() > began + hurryMilliseconds) house.started.clock.forward(hurryMinutes);
    if (isVisiting && house.now() > addMinutes(visitedAt, visitMinutes)) await visit();
    wake();
    if (performance.now() > began + patienceMilliseconds)
      throw new Error(
        `It does not come to rest: ${next === null ? 'no promise' : `a promise is due at ${next}`}, ${
          isRead
            ? `not looked at: ${readable
                .filter((_, at) => looked[at] === false)
                .map(({ key }) => key)
                .join(', ')}`
            : 'a mailbox is to be looked at'
        }, it is ${house.now()}.`,
      );
    await wait(lookMilliseconds);
  }
}
