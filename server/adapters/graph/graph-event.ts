import type { Instant, Zone } from '#core/time-types.ts';
import type { BookedSeries, EventInvitation } from '#server/ports/calendar.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Logger } from '#server/ports/system.ts';
import type { GraphCaller } from './graph-http.ts';
import { effectMark } from './graph-marks.ts';
import { eventAnswer } from './graph-schemas.ts';
import { makeOnce, unlessGone } from './graph-series.ts';
import { noteHtml, oneLine } from './graph-text.ts';
import { inUtc, instantOfOutlook, outlookTimeOf, utcTimeOf } from './graph-time.ts';
import { zoneOfOutlook } from './graph-zone.ts';

const wanted = 'id,start,end,originalStartTimeZone,isCancelled,attendees';

/** The event to be made. Sent again after a doubt it must be the same to the byte, so nothing here may depend on when. */
function eventFor(invitation: EventInvitation): unknown {
  const { attendee, others } = invitation;
  return {
    subject: oneLine(invitation.subject),
    body: { contentType: 'HTML', content: noteHtml(invitation.note) },
    start: outlookTimeOf(invitation.start, invitation.zone),
    end: outlookTimeOf(invitation.end, invitation.zone),
    ...(attendee === null
      ? {}
      : {
          attendees: [attendee, ...others].map(({ name, mail }) => ({
            type: 'required',
            emailAddress: { name: oneLine(name), address: mail },
          })),
          isOnlineMeeting: true,
          onlineMeetingProvider: 'teamsForBusiness',
          responseRequested: true,
          allowNewTimeProposals: true,
        }),
    sensitivity: invitation.isPrivate ? 'private' : 'normal',
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    showAs: 'busy',
    categories: invitation.categories,
    transactionId: invitation.effectId,
    singleValueExtendedProperties: [effectMark(invitation.effectId)],
  };
}

/** Makes the event, once. */
export async function createEvent(
  caller: GraphCaller,
  invitation: EventInvitation,
  log: Logger,
): Promise<BookedSeries> {
  const { effectId, attendee } = invitation;
  return makeOnce(caller, effectId, eventFor(invitation), (made) => {
    if (attendee !== null && made.isOnlineMeeting !== true) log.warn('event-without-teams', { effectId });
  });
}

/** Moves a single event; every byte of its body stays, because nothing but the two times is sent. */
export async function moveEvent(
  caller: GraphCaller,
  fallback: Zone,
  eventId: string,
  span: { readonly start: Instant; readonly end: Instant },
): Promise<void> {
  const path = `/me/events/${encodeURIComponent(eventId)}`;
  const event = await caller.read({ method: 'GET', path: `${path}?$select=${wanted}`, headers: inUtc }, eventAnswer);
  if (event.isCancelled === true) throw new Failure('outlook-missing', { outsideCode: 'no-such-event' });
  const isThere =
    instantOfOutlook(event.start, fallback) === span.start && instantOfOutlook(event.end, fallback) === span.end;
  if (isThere) return;
  const zone = zoneOfOutlook(event.originalStartTimeZone);
  const timeOf = (instant: Instant): unknown => (zone === null ? utcTimeOf(instant) : outlookTimeOf(instant, zone));
  await caller.writeOnly({ method: 'PATCH', path, body: { start: timeOf(span.start), end: timeOf(span.end) } });
}

/** Cancels a single event. Outlook cancels only what somebody was invited to; time kept for oneself is taken away. */
export async function cancelEvent(caller: GraphCaller, eventId: string, comment: string): Promise<void> {
  const path = `/me/events/${encodeURIComponent(eventId)}`;
  await unlessGone(async () => {
    const event = await caller.read({ method: 'GET', path: `${path}?$select=${wanted}`, headers: inUtc }, eventAnswer);
    if (event.isCancelled === true) return;
    if ((event.attendees ?? []).length === 0) await caller.writeOnly({ method: 'DELETE', path });
    else await caller.writeOnly({ method: 'POST', path: `${path}/cancel`, body: { comment } });
  });
}
