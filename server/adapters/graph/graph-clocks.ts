import type { MailboxClock } from '#core/people/mailbox-clock.ts';
import type { Actor } from '#core/people/person.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Clock, Logger } from '#server/ports/system.ts';
import { schedulesAround, workingHoursOf } from './graph-availability.ts';
import type { GraphHttp } from './graph-http.ts';
import { mailboxSettingsAnswer } from './graph-schemas.ts';
import { zoneOfOutlook } from './graph-zone.ts';

const ownMailbox = ['MailboxSettings.Read'];
const calendars = ['Calendars.ReadWrite'];

interface WithMailbox {
  readonly id: string;
  readonly mail?: string | null | undefined;
}

/** Reads what mailboxes say of their owners' clocks. What was not read, or is not said, is nothing: never a zone. */
export interface GraphClocks {
  own(actor: Actor): Promise<MailboxClock | null>;
  /** By person; whoever's was not read is left out. */
  ofOthers(actor: Actor, people: readonly WithMailbox[], what: string): Promise<ReadonlyMap<string, MailboxClock>>;
}

export function graphClocks(http: GraphHttp, needs: { readonly clock: Clock; readonly log: Logger }): GraphClocks {
  async function unlessUnread<T>(what: string, reading: Promise<T>): Promise<T | null> {
    try {
      return await reading;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      needs.log.warn('zone-not-read', { what, code: error.code, outsideCode: error.details.outsideCode });
      return null;
    }
  }

  return {
    async own(actor) {
      const request = { method: 'GET', path: '/me/mailboxSettings' } as const;
      const settings = await unlessUnread('own', http(actor, ownMailbox).read(request, mailboxSettingsAnswer));
      const zone = zoneOfOutlook(settings?.timeZone);
      if (settings === null || zone === null) return null;
      return { source: 'settings', zone, hours: workingHoursOf(settings.workingHours, zone) };
    },
    async ofOthers(actor, people, what) {
      const mailboxes = people.flatMap(({ id, mail }) => (mail ? [{ personId: id, mail }] : []));
      if (mailboxes.length === 0) return new Map();
      const reading = schedulesAround(http(actor, calendars), mailboxes, needs.clock.now());
      const schedules = new Map(
        ((await unlessUnread(what, reading)) ?? []).map((one) => [one.scheduleId.toLowerCase(), one]),
      );
      return new Map(
        mailboxes.flatMap(({ personId, mail }) => {
          const given = schedules.get(mail.toLowerCase())?.workingHours;
          const zone = zoneOfOutlook(given?.timeZone?.name);
          if (zone === null) return [];
          return [[personId, { source: 'schedule', zone, hours: workingHoursOf(given, zone) }] as const];
        }),
      );
    },
  };
}
