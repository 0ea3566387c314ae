import type { Actor } from '#core/people/person.ts';

/** The meeting a person's screens show, as far as is known. */
export interface ShownMeeting {
  readonly meetingId: string;
  readonly pairId: string;
}

/** Which meeting each person read last: what their screens show, in all likelihood. Being wrong costs a read, no more. */
export interface ShownMeetings {
  of(actor: Actor): ShownMeeting | null;
  note(actor: Actor, shown: ShownMeeting): void;
}

const mostPeople = 10_000;

/** Kept in memory alone; the longest unseen go first once there are too many. */
export function shownMeetings(): ShownMeetings {
  const last = new Map<string, ShownMeeting>();
  const keyOf = ({ tenantId, personId }: Actor): string => `${tenantId}/${personId}`;
  return {
    of: (actor) => last.get(keyOf(actor)) ?? null,
    note: (actor, shown) => {
      last.delete(keyOf(actor));
      last.set(keyOf(actor), shown);
      for (const oldest of last.keys()) {
        if (last.size <= mostPeople) break;
        last.delete(oldest);
      }
    },
  };
}
