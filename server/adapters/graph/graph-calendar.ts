import type { Calendar } from '#server/ports/calendar.ts';
import type { Clock, Logger } from '#server/ports/system.ts';
import type { GraphConfig } from './graph-config.ts';
import { readAvailability } from './graph-availability.ts';
import { cancelEvent, createEvent, moveEvent } from './graph-event.ts';
import type { GraphHttp } from './graph-http.ts';
import { cancelOccurrence, moveOccurrence, occurrencesBetween } from './graph-occurrences.ts';
import { publishAgenda } from './graph-agenda.ts';
import { changeSeries } from './graph-series-change.ts';
import { createSeries, endSeries, findSeries } from './graph-series.ts';

/** Everything Duologue does in a calendar needs to write there in the end; one permission serves it all. */
const scopes = ['Calendars.ReadWrite'];

/** Outlook's calendar over Microsoft Graph. */
export function graphCalendar(
  http: GraphHttp,
  config: GraphConfig,
  needs: {
    readonly clock: Clock;
    readonly log: Logger;
    /** Busy times are only to be kept clear of, and shown to nobody. */
    readonly isUnseen?: boolean;
  },
): Calendar {
  return {
    availability: (actor, people, from, until) =>
      readAvailability(http(actor, scopes), config.defaultZone, needs.isUnseen === true ? null : actor, people, {
        from,
        until,
      }),
    createSeries: (actor, invitation) => createSeries(http(actor, scopes), invitation, needs.log),
    createEvent: (actor, invitation) => createEvent(http(actor, scopes), invitation, needs.log),
    moveEvent: (actor, eventId, start, end) =>
      moveEvent(http(actor, scopes), config.defaultZone, eventId, { start, end }),
    cancelEvent: (actor, eventId, comment) => cancelEvent(http(actor, scopes), eventId, comment),
    findSeries: (actor, effectId) => findSeries(http(actor, scopes), effectId),
    occurrences: (actor, eventId, from, until) =>
      occurrencesBetween(http(actor, scopes), config.defaultZone, eventId, { from, until }),
    moveOccurrence: (actor, eventId, originalDate, was, start, end) =>
      moveOccurrence(http(actor, scopes), config.defaultZone, eventId, { originalDate, was, start, end }),
    cancelOccurrence: (actor, eventId, start, comment) =>
      cancelOccurrence(http(actor, scopes), config.defaultZone, eventId, start, comment),
    changeSeries: (actor, eventId, plan) =>
      changeSeries(http(actor, scopes), config.defaultZone, eventId, plan, needs.log),
    endSeries: (actor, eventId, comment) =>
      endSeries(http(actor, scopes), config.defaultZone, eventId, comment, needs.clock.now()),
    publishAgenda: (actor, publication) =>
      publishAgenda(http(actor, scopes), config.defaultZone, publication, needs.log),
  };
}
