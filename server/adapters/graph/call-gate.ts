import { Failure } from '#server/ports/failures.ts';
import type { Timing } from '#server/ports/system.ts';
import { narrowLane, pacedLane, type Lane } from './call-lane.ts';
import type { LaneNames } from './lanes-of-call.ts';
import { sharedLane } from './shared-lane.ts';

/** A call waits so long for a silence to end; one that would have to wait longer is not sent. */
const patience = 5_000;
const mostIdleLanes = 2_000;

/** What Microsoft said to a call: taken, or too much, with the wait it asked for. */
export type Verdict = { readonly kind: 'taken' } | { readonly kind: 'refused'; readonly seconds: number | undefined };

/**
 * Who goes first where calls wait for each other. `usual`: somebody may be waiting for it. `told`: follows what changed in a calendar that
 * is followed already. `for-many`: part of booking for many. `ahead`: looks for what is to be booked for many after that. `following`:
 * nobody waits for it, and it lets others go first, though not for ever.
 */
export type Manner = 'usual' | 'told' | 'for-many' | 'ahead' | 'following';

const order: readonly Manner[] = ['usual', 'told', 'for-many', 'ahead', 'following'];

/** Of so many calls to Outlook, which takes few at once, one may be to follow although others wait. */
const followingShare = 64;
/** Where Outlook has no room for many more, whoever lets others go first waits so long whether another comes. */
const politeMilliseconds = 1_000;
const muchRoom = 8;
/** With fewer bookings waiting than this, what comes after them is looked for, so that they never run out. */
const fewWaiting = 8;

/** Lets calls through as fast as Microsoft takes them and no faster, and keeps quiet where it was told to. */
export interface CallGate {
  /** Runs the work in its turn. @throws Failure `outlook-throttled`, unsent, where it would have to wait too long */
  through<T>(
    names: LaneNames,
    work: () => Promise<{ readonly result: T; readonly verdict: Verdict }>,
    manner?: Manner,
  ): Promise<T>;
}

interface Waiter {
  readonly lanes: readonly Lane[];
  readonly manner: Manner;
  /** What all mailboxes of its tenant share; undefined: it is no call to Outlook. */
  readonly outlook: Lane | undefined;
  readonly go: () => void;
  readonly giveUp: (failure: Failure) => void;
}

/** Microsoft's published rates of Teams, a second and tenant. */
const perSecond = { installs: 30, chats: 30, messages: 20, activity: 5 } as const;
/** Outlook takes no more calls than this at once from one application for one mailbox. */
const atOncePerMailbox = 4;

function newLane(kind: LaneNames[number]['kind']): Lane {
  switch (kind) {
    case 'mailbox':
    case 'person':
      return narrowLane(atOncePerMailbox);
    case 'outlook':
      return sharedLane();
    case 'service':
      return narrowLane(Infinity);
    case 'installs':
    case 'chats':
    case 'messages':
    case 'activity':
      return pacedLane(perSecond[kind]);
  }
}

/** One gate for all calls of this process. */
export function callGate(timing: Timing): CallGate {
  const lanes = new Map<string, Lane>();
  const waiting: Record<Manner, Waiter[]> = { usual: [], told: [], 'for-many': [], ahead: [], following: [] };
  let alarm: AbortController | null = null;
  let sinceFollowing = 0;
  /** When the last call to Outlook began that was part of booking for many. */
  let manyAt = -Infinity;

  function laneOf({ kind, of }: LaneNames[number]): Lane {
    const key = `${kind} ${of}`;
    const known = lanes.get(key);
    if (known !== undefined) return known;
    if (lanes.size >= mostIdleLanes) forgetIdle();
    const lane = newLane(kind);
    lanes.set(key, lane);
    return lane;
  }

  function forgetIdle(): void {
    const now = timing.now();
    const wanted = new Set(inOrder().flatMap((one) => one.lanes));
    for (const [key, lane] of lanes) if (!wanted.has(lane) && lane.isIdle(now)) lanes.delete(key);
  }

  function inOrder(): readonly Waiter[] {
    const first = new Set<Manner>([
      'usual',
      'told',
      ...(sinceFollowing >= followingShare ? (['following'] as const) : []),
      ...(areFewLeft() ? (['ahead'] as const) : []),
    ]);
    return [...first, ...order.filter((manner) => !first.has(manner))].flatMap((manner) => waiting[manner]);
  }

  function areFewLeft(): boolean {
    const room = waiting.ahead[0]?.outlook?.room() ?? Infinity;
    return room < muchRoom && waiting['for-many'].length < fewWaiting;
  }

  /** From when a call that lets others go first may, as far as they are concerned. */
  function politeAt({ manner, outlook }: Waiter): number {
    if (manner !== 'following' || outlook === undefined || sinceFollowing >= followingShare) return -Infinity;
    return outlook.room() >= muchRoom ? -Infinity : manyAt + politeMilliseconds;
  }

  function noteOutlook(manner: Manner, now: number): void {
    sinceFollowing = manner === 'following' ? 0 : sinceFollowing + 1;
    if (manner === 'for-many' || manner === 'ahead') manyAt = now;
  }

  function leave(one: Waiter): void {
    const own = waiting[one.manner];
    own.splice(own.indexOf(one), 1);
  }

  /** Those who can go do, in the order of their manner and then in that they came; a lane somebody earlier waits for is not closed to others by that. */
  function letThrough(): void {
    alarm?.abort();
    alarm = null;
    const now = timing.now();
    let next = Infinity;
    for (const one of inOrder()) {
      const at = Math.max(politeAt(one), ...one.lanes.map((lane) => lane.freeAt(now)));
      if (at <= now) {
        leave(one);
        for (const lane of one.lanes) lane.take(now);
        if (one.outlook !== undefined) noteOutlook(one.manner, now);
        one.go();
      } else if (at !== Infinity && at - now > patience) {
        leave(one);
        one.giveUp(tooLong(at - now));
      } else next = Math.min(next, at);
    }
    if (next !== Infinity) wakeAt(next - now);
  }

  function wakeAt(milliseconds: number): void {
    const own = new AbortController();
    alarm = own;
    void timing.pause(milliseconds, own.signal).then(() => {
      if (alarm === own) letThrough();
    });
  }

  return {
    async through(names, work, manner = 'usual') {
      const own = names.map(laneOf);
      await new Promise<void>((go, giveUp) => {
        waiting[manner].push({
          lanes: own,
          manner,
          outlook: own[names.findIndex(({ kind }) => kind === 'outlook')],
          go,
          giveUp,
        });
        letThrough();
      });
      let verdict: Verdict | null = null;
      try {
        const done = await work();
        ({ verdict } = done);
        return done.result;
      } finally {
        const now = timing.now();
        const mailbox = names[0]?.of ?? '';
        for (const lane of own) {
          if (verdict?.kind === 'taken') lane.worked(now);
          else if (verdict !== null) lane.refused(now, mailbox, milliseconds(verdict.seconds));
          lane.give(now);
        }
        letThrough();
      }
    },
  };
}

function milliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}

function tooLong(wait: number): Failure {
  return new Failure('outlook-throttled', { outsideCode: 'kept-quiet', retryAfterSeconds: Math.ceil(wait / 1000) });
}
