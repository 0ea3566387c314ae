import { randomUUID } from 'node:crypto';
import type { Trial } from '#server/dev/trial.ts';
import type { Watch } from '#server/ports/following.ts';
import type { VirtualTime } from '#server/dev/virtual-time.ts';
import { hoursLater, utc } from '#tests/support/at-work-in-outlook.ts';
import { personClient } from '#tests/support/person-client.ts';

/** So many of a team meet already; the others are booked with everybody else's. */
export const alreadyBooked = 4;

/** Somebody some of whose one-to-ones were booked before, and whose calendar is followed. */
export interface Followed {
  /** Moves one of their one-to-ones in Outlook. Returns how many virtual seconds later Duologue has it there. `afterLook`: just after their calendar was looked at. */
  moveOne(afterLook: boolean): Promise<number>;
}

const farAhead = '2030-01-01T00:00:00.000Z';

/** Books for some who report to one person, as they would themselves, and waits until their calendar is followed. */
export async function followedSupervisor(
  trial: Trial,
  time: VirtualTime,
  personId: string,
  from: string,
  outside: typeof fetch,
): Promise<Followed> {
  const person = await personClient(trial, personId);
  await person.call('me');
  const { proposals } = await person.call('proposeAll', { request: { from, breathingMinutes: 10 } });
  const bookings = proposals
    .slice(0, alreadyBooked)
    .flatMap(({ pairId, offer }) =>
      offer === null
        ? []
        : [{ pairId, booking: { id: randomUUID(), plan: offer.plan, moves: [], skips: [], note: '' } }],
    );
  await person.call('bookAll', { request: { bookings } });
  const pairId = bookings[0]?.pairId ?? '';
  // Whoever visits has their own calendar looked at: it is the other of the two who sees when Duologue has it.
  const other = await personClient(trial, proposals[0]?.person.id ?? '');
  const { duologue, microsoft365 } = trial;
  const watched = async (): Promise<Watch | undefined> =>
    (await duologue.followQueue.due(farAhead, 5_000)).find(({ mailboxId }) => mailboxId === personId);
  for (;;) {
    await time.timing.pause(1_000);
    const watch = await watched();
    if (watch?.deltaLink != null && (await duologue.effectQueue.nextAt()) === null) break;
  }

  /** Outlook's own calls, which are no part of Duologue's. */
  const inOutlook = (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> =>
    time.during(async () => {
      const signedIn = await outside(`${microsoft365.origin}/_local/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ personId }),
      });
      const { graphToken } = (await signedIn.json()) as { graphToken: string };
      const answer = await outside(`${microsoft365.origin}/v1.0${path}`, {
        method,
        headers: { authorization: `Bearer ${graphToken}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Record<string, unknown>;
    });

  return {
    async moveOne(afterLook) {
      const before = (await watched())?.lookedAt;
      while (afterLook && (await watched())?.lookedAt === before) await time.timing.pause(250);
      const startOf = async (id: string): Promise<string | undefined> =>
        (await other.call('pair', { params: { pairId } })).meetings.find((one) => one.id === id)?.start;
      const { meetings } = await other.call('pair', { params: { pairId } });
      const meeting = meetings.find(({ state }) => state === 'planned');
      if (meeting === undefined) throw new Error('Nothing was booked');
      const until = hoursLater(meeting.start, 1);
      const view = await inOutlook('GET', `/me/calendarView?startDateTime=${meeting.start}&endDateTime=${until}`);
      const found = (view['value'] as { id: string; subject: string; type: string }[]).find(
        ({ type, subject }) => type === 'occurrence' && subject.startsWith('One-to-one'),
      );
      if (found === undefined) throw new Error(`Nothing stands at ${meeting.start}`);
      const [start, end] = [hoursLater(meeting.start, 5), hoursLater(meeting.end, 5)];
      await inOutlook('PATCH', `/me/events/${encodeURIComponent(found.id)}`, { start: utc(start), end: utc(end) });
      const movedAt = time.now();
      while ((await startOf(meeting.id)) !== start) await time.timing.pause(250);
      return (time.now() - movedAt) / 1000;
    },
  };
}
