import type { Actor } from '#core/people/person.ts';
import { mayMoveByItself } from '#core/rescheduling/by-itself.ts';
import { betterTimes, type BetterTime, type FirmClash } from '#core/rescheduling/offer.ts';
import { localDateOf } from '#core/time.ts';
import type { Transaction } from '../ports/store.ts';
import { moveIn } from './change-meeting.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { aheadOf, aheadWeeks, lookAhead, takenByOthers } from './pair-ahead.ts';
import { readCalendars } from './slot-search.ts';

type ReschedulingNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'calendar' | 'policies' | 'packs'>;

/** Why it was moved, for both to read. What it is that is in somebody's calendar is not said: not everybody may see it there. */
const reasons: Record<FirmClash['kind'], string> = {
  away: 'Moved as you both asked: one of you is away then',
  busy: 'Moved as you both asked: there was something else at that time',
  holiday: 'Moved as you both asked: nobody works on that day',
};

function becauseOf({ clashes }: BetterTime): FirmClash['kind'] {
  const kinds = clashes.map(({ kind }) => kind);
  return (['holiday', 'away', 'busy'] as const).find((kind) => kinds.includes(kind)) ?? 'busy';
}

/** Asked again behind the pair's lock: both still want it, the meeting stands where it stood, and nobody said that it stays. */
async function isStillWanted(tx: Transaction, pairId: string, better: BetterTime): Promise<boolean> {
  const [wishes, kept, meeting] = await Promise.all([
    tx.reschedulings.wishes([pairId]),
    tx.reschedulings.kept([pairId]),
    tx.meetings.find(better.meetingId),
  ]);
  if (wishes.length < 2 || meeting?.state !== 'planned' || meeting.start !== better.start) return false;
  return !kept.some(({ meetingId, start }) => meetingId === better.meetingId && start === better.start);
}

/**
 * Moves what clashes of one pair, in its supervisor's name, because both asked for that (OUT-3): a while ahead, within what is asked, no
 * meeting more than once a week. Why is kept as a fact. Returns how many.
 * @throws Failure when calendars cannot be read
 */
export async function rescheduleClashing(needs: ReschedulingNeeds, actor: Actor, pairId: string): Promise<number> {
  const now = needs.clock.now();
  const looks = await lookAhead(needs, actor);
  const look = looks.find(({ pair }) => pair.id === pairId);
  if (look?.pair.supervisorId !== actor.personId) return 0;
  const { supervisor, employee } = look;
  const known = await needs.store.asPerson(actor, async (tx) => ({
    wishes: await tx.reschedulings.wishes([pairId]),
    moved: await tx.reschedulings.moved([pairId]),
    kept: await tx.reschedulings.kept([pairId]),
  }));
  if (known.wishes.length < 2) return 0;
  const { zone } = supervisor;
  const calendars = await readCalendars(needs, actor, [supervisor, employee], localDateOf(now, zone), aheadWeeks, zone);
  const holidays = await needs.policies.holidays(actor.tenantId);
  const ahead = aheadOf(look, calendars, now, holidays);
  if (ahead === null) return 0;
  const packFor = await packForEmployee(needs, actor);
  let count = 0;
  const stays = known.kept.filter(({ meetingId, start }) =>
    look.coming.some((one) => one.id === meetingId && one.start === start),
  );
  const times = betterTimes(ahead, takenByOthers(looks, pairId), new Set(stays.map(({ meetingId }) => meetingId)));
  for (const better of times) {
    const { meetingId, start, to } = better;
    const isMovable = mayMoveByItself(better, {
      bothAsked: true,
      lastMovedAt: known.moved.find((one) => one.meetingId === meetingId)?.at ?? null,
      now,
      zone,
      holidays,
    });
    if (!isMovable || to === null) continue;
    const because = becauseOf(better);
    const isMoved = await needs.store.asPerson(actor, async (tx) => {
      await tx.pairs.lock(pairId);
      if (!(await isStillWanted(tx, pairId, better))) return false;
      await moveIn(tx, needs, packFor, actor, { meetingId, ...to, reason: reasons[because] });
      const id = needs.ids.next();
      await tx.reschedulings.addMoved({ id, pairId, meetingId, was: start, start: to.start, because, at: now });
      return true;
    });
    if (isMoved) count += 1;
  }
  return count;
}
