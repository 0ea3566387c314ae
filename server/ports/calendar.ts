import type { Actor } from '#core/people/person.ts';
import type { Occurrence, SeriesPlan } from '#core/series/series.ts';
import type { Availability } from '#core/slots/slot.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';

/** A recurring Teams meeting as Outlook should hold it. */
export interface SeriesInvitation {
  /** Identity of the promise: becomes Graph's `transactionId` and an extended property, so a doubt can be settled by reading. */
  readonly effectId: string;
  readonly subject: string;
  /** Plain text; stands above the join block. */
  readonly note: string;
  readonly plan: SeriesPlan;
  readonly attendee: { readonly personId: string; readonly name: string; readonly mail: string };
  readonly categories: readonly string[];
}

/** Somebody asked to a meeting. */
export interface Attendee {
  readonly personId: string;
  readonly name: string;
  readonly mail: string;
}

/** One event as Outlook should hold it: a Teams meeting with the attendee, or without one time kept for oneself. */
export interface EventInvitation {
  /** As a series invitation's. */
  readonly effectId: string;
  readonly subject: string;
  readonly note: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly zone: Zone;
  readonly attendee: Attendee | null;
  /** Asked besides, to a meeting of three (OD3a-18). */
  readonly others: readonly Attendee[];
  /** Others who may look into the calendar see only that the time is taken. */
  readonly isPrivate: boolean;
  readonly categories: readonly string[];
}

export interface BookedSeries {
  readonly eventId: string;
  readonly iCalUid: string;
  readonly joinUrl: string | null;
}

/** A series as it was just made. */
export interface MadeByUs extends BookedSeries {
  /** What Outlook calls its version; any change gives another. Null: not known. */
  readonly version: string | null;
}

export interface CalendarDocument {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** An agenda as it goes into one occurrence: once in the body above the join block, once as a document. */
export interface AgendaPublication {
  readonly effectId: string;
  readonly eventId: string;
  /** The occurrence, by where it stands now; null: the event is no series. */
  readonly start: Instant | null;
  /** Safe HTML of our own block. Replaces the block of an earlier agenda. */
  readonly html: string;
  readonly document: CalendarDocument;
}

/** Outlook, on the actor's behalf. Each change is safe to repeat with the same `effectId`. @throws Failure */
export interface Calendar {
  /** Busy times and working hours of several people, 62 days at a time joined to the whole span. People that cannot be read are named in `unread`. */
  availability(
    actor: Actor,
    people: readonly { readonly personId: string; readonly mail: string }[],
    from: Instant,
    until: Instant,
  ): Promise<{ readonly available: readonly Availability[]; readonly unread: readonly string[] }>;
  createSeries(actor: Actor, invitation: SeriesInvitation): Promise<MadeByUs>;
  createEvent(actor: Actor, invitation: EventInvitation): Promise<BookedSeries>;
  /** Moves a single event; there already is success. @throws Failure `outlook-missing` */
  moveEvent(actor: Actor, eventId: string, start: Instant, end: Instant): Promise<void>;
  /** Cancels a single event, with a comment to the attendee where there is one; gone already is success. */
  cancelEvent(actor: Actor, eventId: string, comment: string): Promise<void>;
  /** Finds a series or single event a promise already made, by its extended property; null: none. */
  findSeries(actor: Actor, effectId: string): Promise<BookedSeries | null>;
  /** The occurrences Outlook really has in a span, moved ones where they now are. */
  occurrences(
    actor: Actor,
    eventId: string,
    from: Instant,
    until: Instant,
  ): Promise<readonly (Occurrence & { readonly eventId: string; readonly cancelled: boolean })[]>;
  /** Moves one occurrence; done already is success. @throws Failure `outlook-refused` where it would cross its neighbour */
  moveOccurrence(
    actor: Actor,
    eventId: string,
    originalDate: LocalDate,
    was: Instant,
    start: Instant,
    end: Instant,
  ): Promise<void>;
  /** Cancels one occurrence with a comment to the attendee; gone already is success. */
  cancelOccurrence(actor: Actor, eventId: string, start: Instant, comment: string): Promise<void>;
  /** Gives a series another rule from its first day on, in place: one update, the body untouched. There already is success. @throws Failure `outlook-missing` */
  changeSeries(actor: Actor, eventId: string, plan: SeriesPlan): Promise<void>;
  /** Cancels all that is still to come of a series; gone already is success. */
  endSeries(actor: Actor, eventId: string, comment: string): Promise<void>;
  /** One update: the document first (no mail), then the body (one mail). The join block keeps every byte; done already is success. */
  publishAgenda(actor: Actor, publication: AgendaPublication): Promise<void>;
}
