import type { Gone, HadSeries, Outlook, OutlookItem } from '../ports/outlook.ts';
import type { OutlookEvent, OutlookSeries } from '#core/following/outlook.ts';
import { mayComeBack } from '#core/following/follow-event.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { SingleEvent } from '#core/event/single-event.ts';
import type { Actor, Person } from '#core/people/person.ts';
import type { Pair } from '#core/people/pair.ts';
import { addMinutes } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { LookNeeds } from '../effects/look-at-mailbox.ts';
import { offerMadeByHand } from './adopt-series.ts';
import { followClocks } from './follow-clocks.ts';
import { applyEvent } from './follow-event.ts';
import { followLeavers } from './follow-leavers.ts';
import { applySeries } from './follow-series.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';

export type FollowNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'policies' | 'outlook' | 'directory' | 'documents'>;

const dayMinutes = 24 * 60;
/** Somewhat longer than the longest series anybody books. */
const aheadMinutes = 740 * dayMinutes;

/** Something of a pair that stands in the mailbox, and how Outlook knows it. */
interface InMailbox {
  readonly pairId: string;
  readonly id: string;
  readonly item: OutlookItem;
}

interface WhatIsThere {
  /** Series that went, and whom they were with: another made by hand is looked for. */
  readonly gone: readonly (HadSeries & { readonly pairId: string })[];
  readonly series: readonly InMailbox[];
  readonly events: readonly InMailbox[];
}

function otherOf(pair: Pair, actor: Actor): string {
  return pair.supervisorId === actor.personId ? pair.employeeId : pair.supervisorId;
}

function eventItem(event: SingleEvent & { readonly eventId: string }, attendeeMail: string | null): OutlookItem {
  return {
    eventId: event.eventId,
    iCalUid: event.iCalUid,
    attendeeMail: event.purpose === 'meeting' ? attendeeMail : null,
  };
}

/** Meetings outside a series that went with their mailbox: they may stand there again. */
async function whatMayComeBack(tx: Transaction, meetings: readonly Meeting[], now: Instant): Promise<SingleEvent[]> {
  const cancelled = meetings.filter(
    ({ seriesId, state, start }) => seriesId === null && state === 'cancelled' && start > now,
  );
  if (cancelled.length === 0) return [];
  const calledOff = await tx.following.calledOff(cancelled.map(({ id }) => id));
  const back = cancelled.filter((one) => mayComeBack(one, calledOff.get(one.id), now));
  const ended = await Promise.all(back.map(({ id }) => tx.singleEvents.endedOf(id)));
  return ended.flat().filter(({ purpose }) => purpose === 'meeting');
}

/** What of the actor's pairs stands in the actor's own calendar. */
async function whatIsThere(needs: Pick<Needs, 'store' | 'clock'>, actor: Actor): Promise<WhatIsThere> {
  return needs.store.asPerson(actor, async (tx) => {
    const pairs = await tx.pairs.ofPerson(actor.personId);
    const people = new Map<string, Person>(
      (await tx.people.find(pairs.map((pair) => otherOf(pair, actor)))).map((person) => [person.id, person]),
    );
    const mailOf = new Map(pairs.map((pair) => [pair.id, people.get(otherOf(pair, actor))?.mail ?? null]));
    const organised = pairs.filter(({ supervisorId }) => supervisorId === actor.personId);
    const series = await tx.series.currentOf(organised.map(({ id }) => id));
    const meetings = await tx.meetings.ofPairs(pairs.map(({ id }) => id));
    const planned = meetings.filter(({ state }) => state === 'planned');
    const events = [
      ...(await tx.singleEvents.ofMeetings(planned.map(({ id }) => id))),
      ...(await whatMayComeBack(tx, meetings, needs.clock.now())),
    ];
    return {
      gone: series.flatMap(({ pairId, state, eventId, iCalUid }) => {
        const attendeeMail = mailOf.get(pairId) ?? null;
        return state === 'gone' && attendeeMail !== null ? [{ pairId, attendeeMail, eventId, iCalUid }] : [];
      }),
      series: series.flatMap(({ id, pairId, state, eventId, iCalUid }) =>
        state === 'gone' || eventId === null
          ? []
          : [{ id, pairId, item: { eventId, iCalUid, attendeeMail: mailOf.get(pairId) ?? null } }],
      ),
      events: events.flatMap((event) =>
        event.ownerId !== actor.personId || event.eventId === null
          ? []
          : [
              {
                id: event.id,
                pairId: event.pairId,
                item: eventItem({ ...event, eventId: event.eventId }, mailOf.get(event.pairId) ?? null),
              },
            ],
      ),
    };
  });
}

/** Wants the actor's mailbox looked after, where something of Duologue's stands in it. */
export async function lookAfterMailbox(needs: Pick<Needs, 'store' | 'clock'>, actor: Actor): Promise<void> {
  const { series, events, gone } = await whatIsThere(needs, actor);
  if (series.length + events.length + gone.length === 0) return;
  await needs.store.asPerson(actor, (tx) => tx.following.look(needs.clock.now()));
}

/**
 * Reads what stands in the actor's calendar, and follows it: all of it, or what has changed. Reading comes first and holds no lock;
 * each pair is then changed in a transaction of its own. The same again changes nothing.
 * @throws Failure where Outlook cannot be read
 */
async function followMailbox(
  needs: FollowNeeds,
  actor: Actor,
  changed: ReadonlySet<string> | 'everything',
): Promise<void> {
  const there = await whatIsThere(needs, actor);
  const isWanted = ({ item }: InMailbox): boolean => changed === 'everything' || changed.has(item.eventId);
  const packFor = await packForEmployee(needs, actor);
  const now = needs.clock.now();
  const [from, until] = [addMinutes(now, -dayMinutes), addMinutes(now, aheadMinutes)];
  for (const { id, pairId, item } of there.series.filter(isWanted)) {
    const truth: OutlookSeries | Gone = await needs.outlook.readSeries(actor, item, from, until);
    await applySeries(needs, actor, packFor, { pairId, seriesId: id, eventId: item.eventId }, truth);
  }
  for (const { id, pairId, item } of there.events.filter(isWanted)) {
    const truth: OutlookEvent | Gone = await needs.outlook.readEvent(actor, item);
    await applyEvent(needs, actor, { pairId, singleEventId: id }, truth);
  }
  for (const one of there.gone) await offerMadeByHand(needs, actor, one);
  if (changed === 'everything') await followLeavers(needs, actor);
}

/** What the worker that looks at mailboxes does with what it finds. */
export function followers(needs: FollowNeeds, outlookSoon: Outlook): Pick<LookNeeds, 'follow' | 'followClocks'> {
  const soon = { ...needs, outlook: outlookSoon };
  return {
    follow: (actor, changed) => followMailbox(changed === 'everything' ? needs : soon, actor, changed),
    followClocks: (actor) => followClocks(needs, actor),
  };
}
