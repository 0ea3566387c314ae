import { useMemo } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LocalPerson } from '../control/local-api.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';

/** Someone to show: known people carry their id, so that their colour is the same everywhere. */
export interface Shown {
  readonly id: string;
  readonly name: string;
}

/** Finds who has an address; an unknown address stands for itself. */
export function personAt(people: readonly LocalPerson[], address: string, name: string): Shown {
  const lower = address.toLowerCase();
  const known = people.find(
    (person) => person.mail.toLowerCase() === lower || person.userPrincipalName.toLowerCase() === lower,
  );
  return known === undefined ? { id: address, name } : { id: known.id, name: known.displayName };
}

/** Everybody an event brings together, the others before oneself. */
export function useAttendees(event: CalendarEvent): readonly Shown[] {
  const { people, session } = useHost();
  return useMemo(() => {
    const all = [event.organizer, ...event.attendees]
      .filter((one) => one.address !== '')
      .map((one) => personAt(people, one.address, one.name));
    const once = [...new Map(all.map((one) => [one.id, one])).values()];
    const me = session.person.id;
    return once.toSorted((one, other) => Number(one.id === me) - Number(other.id === me));
  }, [event, people, session]);
}

/** Those of some addresses whom the directory knows. */
export function knownPeople(people: readonly LocalPerson[], addresses: readonly string[]): readonly LocalPerson[] {
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  return people.filter(
    (one) =>
      wanted.has(one.mail.toLowerCase()) || wanted.has(one.userPrincipalName.toLowerCase()) || wanted.has(one.id),
  );
}
