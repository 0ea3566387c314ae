import type { Request, Response } from 'express';
import type { ResponseOf } from '#contract/api.ts';
import type { ChangeEvent } from '#contract/changes.ts';
import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import type { ChangeNotice, Store } from '../ports/store.ts';
import type { Clock } from '../ports/system.ts';
import { actorOf, expiryOf } from './authenticate.ts';
import { shownMeetings, type ShownMeeting } from './shown-meetings.ts';

const heartbeatMilliseconds = 20_000;

interface Listener {
  readonly actor: Actor;
  readonly expiresAt: Instant;
  readonly response: Response;
  /** Changes of the meeting shown that are not told yet, while it is being read. Null: it is not. */
  waiting: ChangeNotice[] | null;
}

/** Open screens, told that something changed; and how the meeting they show stands, read as the person they belong to. */
export interface ChangeStream {
  open(request: Request, response: Response): Promise<void>;
  /** That this person has just been given a meeting to look at. */
  noteShown(actor: Actor, shown: ShownMeeting): void;
  /** That somebody is writing just now: to the other screens of the pair in this process; nothing is kept. */
  sayWriting(tenantId: string, memberIds: readonly string[], event: Extract<ChangeEvent, { kind: 'writing' }>): void;
  close(): void;
}

interface StreamNeeds {
  readonly store: Store;
  readonly clock: Clock;
  /** A meeting as that person may see it. @throws Refusal `not-found` */
  readonly readMeeting: (actor: Actor, meetingId: string) => Promise<ResponseOf<'meeting'>>;
}

/** A stream ends with its token: the screen comes back with a new one. */
export function changeStream({ store, clock, readMeeting }: StreamNeeds): ChangeStream {
  const listeners = new Set<Listener>();
  const shown = shownMeetings();
  const say = (listener: Listener, line: string): void => {
    if (clock.now() < listener.expiresAt) listener.response.write(`${line}\n`);
    else listener.response.end();
  };
  const tell = (listener: Listener, event: ChangeEvent): void => {
    say(listener, JSON.stringify(event));
  };
  const concerned = (tenantId: string, memberIds: readonly string[]): Listener[] =>
    [...listeners].filter(({ actor }) => actor.tenantId === tenantId && memberIds.includes(actor.personId));

  /** Reads the meeting once for all that changed meanwhile. Whoever cannot be given it is told that it changed, as ever. */
  async function tellShown(listener: Listener, meetingId: string, notice: ChangeNotice): Promise<void> {
    listener.waiting?.push(notice);
    if (listener.waiting !== null) return;
    for (let notices = [notice]; notices.length > 0; notices = listener.waiting) {
      listener.waiting = [];
      const meeting = await readMeeting(listener.actor, meetingId).catch(() => undefined);
      const seq = Math.max(...notices.map((one) => one.seq));
      const isBehind = meeting === undefined || meeting.seq < seq;
      tell(listener, { kind: 'changed', pairId: notice.pairId, seq, ...(isBehind ? {} : { meeting }) });
    }
    listener.waiting = null;
  }

  const unsubscribe = store.onChange((notice) => {
    for (const listener of concerned(notice.tenantId, notice.memberIds)) {
      const meeting = shown.of(listener.actor);
      if (meeting?.pairId === notice.pairId) void tellShown(listener, meeting.meetingId, notice);
      else tell(listener, { kind: 'changed', pairId: notice.pairId, seq: notice.seq });
    }
  });
  const heartbeat = setInterval(() => {
    for (const listener of listeners) say(listener, '');
  }, heartbeatMilliseconds);
  heartbeat.unref();
  return {
    open: async (request, response) => {
      const actor = actorOf(response);
      const listener: Listener = { actor, expiresAt: expiryOf(response), response, waiting: null };
      response
        .status(200)
        .set({ 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      response.flushHeaders();
      // Listening begins before the numbers are read, so nothing falls in between.
      listeners.add(listener);
      request.on('close', () => listeners.delete(listener));
      const seqs = await store.asPerson(actor, (tx) => tx.pairs.seqs(actor.personId));
      tell(listener, { kind: 'hello', seqs: { ...seqs } });
    },
    noteShown: (actor, meeting) => {
      shown.note(actor, meeting);
    },
    sayWriting: (tenantId, memberIds, event) => {
      for (const listener of concerned(tenantId, memberIds))
        if (listener.actor.personId !== event.personId) tell(listener, event);
    },
    close: () => {
      clearInterval(heartbeat);
      unsubscribe();
      for (const { response } of listeners) response.end();
      listeners.clear();
    },
  };
}
