import { keepsWithout } from '#core/cadence/without-one.ts';
import { requireAct } from '#core/access/access.ts';
import { skipMeeting, takeBackSkip, undoEnds } from '#core/meeting/skip.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { askedBy, cadenceFor } from '#core/policy/resolve.ts';
import { Refusal } from '#core/refusal.ts';
import { daysBetween, localDateOf } from '#core/time.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import { bringBack, leaveItems, nextOneToOne } from './carry-items.ts';
import { momentInWords } from './day-in-words.ts';
import { cancelInOutlook } from './meeting-event.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { meetingForAct, meetingScope, peopleOf } from './pair-scope.ts';

type SkipNeeds = Pick<Needs, 'store' | 'clock' | 'ids'>;

/** What Outlook tells the employee: one note that says all there is to know. */
function noteOf(next: Meeting | undefined, { zone }: Person, words: string | null): string {
  const after =
    next === undefined
      ? ''
      : `The next one is on ${momentInWords(next.start, zone)}, and what was on the agenda waits for you there.`;
  return ['We skip this one-to-one.', words?.trim() ?? '', after].filter(Boolean).join(' ');
}

/**
 * Passes over one meeting of a series: its agenda goes on to the next, and Outlook is told once the moment to take it back has passed.
 * @throws Refusal `only-supervisor`, `bad-request` for a meeting of no series, `slot-in-past`, `meeting-cancelled` …
 */
export async function skip(
  needs: SkipNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly words: string | null },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, meeting } = await meetingForAct(tx, actor, input.meetingId, 'skip');
    const { employee } = await peopleOf(tx, pair);
    const skipped = { by: actor.personId, at: needs.clock.now() };
    const passed = skipMeeting(meeting, skipped, input.words);
    const next = nextOneToOne(await tx.meetings.ofPair(pair.id), meeting);
    await tx.meetings.save([passed]);
    await leaveItems(tx, needs.ids, meeting);
    await cancelInOutlook(tx, needs, actor, pair, passed, noteOf(next, employee, input.words), undoEnds(skipped));
    return { seq: await tx.changed(pair.id, 'meeting-skipped') };
  });
}

/** Takes back what Outlook was to be told of a meeting, and keeps the time to prepare for it. False: it has been told. */
async function withdrawSkip(tx: Transaction, pairId: string, meeting: Meeting, now: Instant): Promise<boolean> {
  const skippedAt = meeting.skipped?.at ?? now;
  const events = new Map((await tx.singleEvents.endedOf(meeting.id)).map((event) => [event.id, event]));
  const open = (await tx.effects.ofPair(pairId)).filter(({ state }) => state === 'promised');
  const isOfMeeting = open.filter(({ body }) => body.kind === 'cancel-occurrence' && body.meetingId === meeting.id);
  if (isOfMeeting.length === 0) return false;
  for (const effect of isOfMeeting) await tx.effects.save({ ...effect, state: 'withdrawn', settledAt: now });
  for (const effect of open) {
    const event = effect.body.kind === 'cancel-event' ? events.get(effect.body.singleEventId) : undefined;
    // Somebody may have let their time go before.
    if (event === undefined || effect.promisedAt < skippedAt) continue;
    await tx.effects.save({ ...effect, state: 'withdrawn', settledAt: now });
    await tx.singleEvents.save({ ...event, state: event.eventId === null ? 'being-booked' : 'booked' });
  }
  return true;
}

/**
 * Takes a skip back: the meeting stands as it did, with its agenda, and nobody was told anything.
 * @throws Refusal `only-supervisor`, `skip-told` once Outlook is told, `bad-request` for a meeting nobody skipped
 */
export async function takeBack(needs: SkipNeeds, actor: Actor, input: { readonly meetingId: string }) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, meeting } = await meetingForAct(tx, actor, input.meetingId, 'take-back-skip');
    const now = needs.clock.now();
    const back = takeBackSkip(meeting, now);
    if (!(await withdrawSkip(tx, pair.id, meeting, now))) throw new Refusal('skip-told');
    await tx.meetings.save([back]);
    await bringBack(tx, back);
    return { seq: await tx.changed(pair.id, 'skip-taken-back') };
  });
}

/**
 * What skipping one meeting would mean: when the next one is, how long that is after the one before, and whether what is asked is still kept to
 * (OUT-1, OD3a-1, ESS-1, FORM-1).
 * @throws Refusal `not-found`, `only-supervisor`
 */
export async function skipAhead(
  needs: Pick<Needs, 'store' | 'clock' | 'policies'>,
  actor: Actor,
  input: { readonly meetingId: string },
) {
  const now = needs.clock.now();
  const packFor = await packForEmployee(needs, actor);
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, meeting, role } = await meetingScope(tx, actor, input.meetingId);
    requireAct('skip', role, meeting.state);
    const { supervisor, employee } = await peopleOf(tx, pair);
    const dayOf = ({ start }: Pick<Meeting, 'start'>): LocalDate => localDateOf(start, supervisor.zone);
    const today = localDateOf(now, supervisor.zone);
    const all = (await tx.meetings.ofPair(pair.id)).filter(({ kind }) => kind === 'one-to-one');
    const held = all.filter(({ state }) => state === 'closed').map(dayOf);
    const coming = all.filter(({ state, start }) => state === 'planned' && start > now);
    const next = nextOneToOne(all, meeting) ?? null;
    const before = [...held, ...coming.map(dayOf)].filter((day) => day < dayOf(meeting)).at(-1);
    const asked = askedBy(cadenceFor(await packFor(employee), employee, pair, today));
    const around = { held, coming: coming.map(dayOf), day: dayOf(meeting), today };
    return {
      next: next === null ? null : { id: next.id, start: next.start, end: next.end },
      gapDays: next === null || before === undefined ? null : daysBetween(before, dayOf(next)),
      asked,
      keeps: asked === null ? null : keepsWithout(asked.cadence, around),
    };
  });
}
