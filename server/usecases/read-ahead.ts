import type { Actor, Person } from '#core/people/person.ts';
import type { Availability } from '#core/slots/slot.ts';
import { addDays, addMinutes, instantOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Needs } from './needs.ts';
import { horizonWeeks } from './slot-search.ts';

/** As many mailboxes as Outlook looks at in one call. */
const mostMailboxes = 20;
/** A check of working hours needs no busy times, and may look so much further than was read. */
const slackMinutes = 13 * 7 * 24 * 60;

/** A supervisor and everybody a time is looked for with. */
export interface Team {
  readonly actor: Actor;
  readonly people: readonly Person[];
}

/** Calendars read for several supervisors together. */
export interface ReadAhead {
  /** Answers from what was read where that reaches far enough, and asks Outlook where it does not. */
  readonly calendar: Calendar;
  readonly unread: ReadonlySet<string>;
}

interface Chunk {
  readonly people: readonly Person[];
  readonly actor: Actor;
}

/** Full calls, each through another mailbox, so that none is asked more than its share; one that is not itself looked at, where there is one. */
function chunksOf(teams: readonly Team[]): Chunk[] {
  const people = [...new Map(teams.flatMap((team) => team.people.map((one) => [one.id, one] as const))).values()];
  const actors = teams.map(({ actor }) => actor);
  return Array.from({ length: Math.ceil(people.length / mostMailboxes) }, (_, index) => {
    const chunk = people.slice(index * mostMailboxes, (index + 1) * mostMailboxes);
    const turned = [...actors.slice(index % actors.length), ...actors.slice(0, index % actors.length)];
    const actor = turned.find(({ personId }) => !chunk.some(({ id }) => id === personId)) ?? turned[0];
    return actor === undefined ? [] : [{ people: chunk, actor }];
  }).flat();
}

/**
 * Reads the calendars of several teams over the usual horizon in as few calls as there can be. With rights of the application the
 * teams share calls; a supervisor's own token is used for their own team and for nobody else's. @throws Failure
 */
export async function readAhead(
  needs: Pick<Needs, 'calendar' | 'identity'>,
  teams: readonly Team[],
  first: LocalDate,
): Promise<ReadAhead> {
  const from = instantOf(addDays(first, -1), '00:00', 'UTC');
  const until = instantOf(addDays(first, horizonWeeks * 7 + 9), '00:00', 'UTC');
  const reach = addMinutes(until, slackMinutes);
  const isHere = ({ actor }: Team): boolean => needs.identity.isHere(actor);
  const own = teams.filter(isHere).flatMap((team) => chunksOf([team]));
  const chunks = [...own, ...chunksOf(teams.filter((team) => !isHere(team)))];
  const known = new Map<string, Availability>();
  const unread = new Set<string>();
  await Promise.all(
    chunks.map(async ({ actor, people }) => {
      const mailboxes = people.flatMap(({ id, mail }) => (mail === null ? [] : [{ personId: id, mail }]));
      for (const { id, mail } of people) if (mail === null) unread.add(id);
      const read = await needs.calendar.availability(actor, mailboxes, from, until);
      for (const one of read.available) known.set(one.personId, one);
      for (const id of read.unread) unread.add(id);
    }),
  );
  const calendar: Calendar = {
    ...needs.calendar,
    availability: async (actor, people, asked, askedUntil) => {
      const isKnown = people.every(({ personId }) => known.has(personId) || unread.has(personId));
      if (!isKnown || asked < from || askedUntil > reach)
        return needs.calendar.availability(actor, people, asked, askedUntil);
      return {
        available: people.flatMap(({ personId }) => known.get(personId) ?? []),
        unread: people.map(({ personId }) => personId).filter((id) => unread.has(id)),
      };
    },
  };
  return { calendar, unread };
}
