import type { Permissions } from '../graph/openapi.ts';
import type { GraphRouter, Handler } from '../graph/router.ts';

/** Ways to a calendar of a mailbox: the mailbox itself, its default calendar, or one calendar by its id. */
export const CALENDAR_WAYS = ['', '/calendar', '/calendars/{calendar-id}'] as const;

export const READS_BASIC: Permissions = {
  delegated: ['Calendars.ReadBasic'],
  application: ['Calendars.ReadBasic', 'Calendars.ReadBasic.All'],
};
export const READS: Permissions = { delegated: ['Calendars.Read'], application: ['Calendars.Read'] };
export const WRITES: Permissions = { delegated: ['Calendars.ReadWrite'], application: ['Calendars.ReadWrite'] };

/** Adds one operation below every way to a calendar. */
export function onCalendars(
  router: GraphRouter,
  method: string,
  below: string,
  handler: Handler,
  permissions: Permissions,
): void {
  for (const way of CALENDAR_WAYS) {
    router.mailbox(method, `${way}${below}`, handler, permissions);
  }
}
