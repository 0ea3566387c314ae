import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import type { Calendars } from './slot-search.ts';

/** How long what calendars said is taken as still so: screens that open one after the other ask Outlook once. */
const freshForMinutes = 5;
const mostRemembered = 200;

/** What the calendars of somebody's people said to that person, in this process and for minutes. */
export interface CalendarMemory {
  /** As remembered, or as `read` answers now; `about` names what is asked. A failure is not remembered. */
  recall(actor: Actor, about: string, now: Instant, read: () => Promise<Calendars>): Promise<Calendars>;
}

export function calendarMemory(): CalendarMemory {
  const remembered = new Map<
    string,
    { readonly about: string; readonly at: number; readonly read: Promise<Calendars> }
  >();
  return {
    recall: (actor, about, now, read) => {
      const key = `${actor.tenantId}/${actor.personId}`;
      const known = remembered.get(key);
      const at = Date.parse(now);
      if (known?.about === about && at - known.at < freshForMinutes * 60_000) return known.read;
      const reading = read();
      remembered.delete(key);
      remembered.set(key, { about, at, read: reading });
      reading.catch(() => {
        if (remembered.get(key)?.read === reading) remembered.delete(key);
      });
      for (const oldest of remembered.keys()) {
        if (remembered.size <= mostRemembered) break;
        remembered.delete(oldest);
      }
      return reading;
    },
  };
}
