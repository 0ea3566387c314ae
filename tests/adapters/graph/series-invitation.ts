import type { SeriesInvitation } from '#server/ports/calendar.ts';
import type { SeriesPlan } from '#core/series/series.ts';
import type { Someone } from './local-tenant.ts';

/** Every second Thursday at ten for half a year; the first on 3 December 2026. */
export const everySecondThursday: SeriesPlan = {
  pattern: { kind: 'weekly', every: 2, weekday: 4 },
  zone: 'Europe/London',
  startDate: '2026-12-03',
  startTime: '10:00',
  minutes: 45,
  untilDate: '2027-05-27',
};

let made = 0;

/** An invitation for somebody, each with an effect of its own unless told otherwise. */
export function invitationFor(attendee: Someone, change: Partial<SeriesInvitation> = {}): SeriesInvitation {
  made += 1;
  return {
    effectId: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    subject: `One-to-one ${String(made)}`,
    note: 'Our one-to-one.',
    plan: everySecondThursday,
    attendee: { personId: attendee.actor.personId, name: attendee.name, mail: attendee.mail },
    categories: ['Duologue'],
    ...change,
  };
}
