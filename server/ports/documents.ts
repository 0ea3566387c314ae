import type { FeedEvent } from '#core/feed/feed.ts';
import type { Party } from '#core/people/pair.ts';
import type { FilledForm } from '#core/record/filled-form.ts';
import type { Summary } from '#core/summary/summary.ts';
import type { Instant, Zone } from '#core/time-types.ts';
import type { CalendarDocument } from './calendar.ts';

export interface AgendaForPaper {
  readonly start: Instant;
  readonly end: Instant;
  readonly zone: Zone;
  readonly supervisorName: string;
  readonly employeeName: string;
  readonly items: readonly {
    readonly title: string;
    readonly note: string | null;
    readonly raisedByName: string | null;
    readonly urgent: boolean;
    readonly minutes: number;
  }[];
  /** Actions to look back on. */
  readonly actions: readonly { readonly text: string; readonly ownerName: string; readonly dueOn: string | null }[];
  /** Where the meeting opens in Duologue. */
  readonly link: string;
}

/** One of those whom a record names, and how far their signature is. */
export interface SignatureForPaper {
  readonly party: Party;
  readonly name: string;
  /** Null: not signed in Duologue, so that there is a line to sign on. */
  readonly at: Instant | null;
  /** How they see it, in their own words. */
  readonly view: string | null;
}

/** A record as its form has it, to be kept or printed by either of the two (OD3a-13, FORM-2). */
export interface RecordForPaper {
  readonly form: FilledForm;
  readonly meetingId: string;
  readonly start: Instant;
  readonly zone: Zone;
  /** Null: not closed yet. */
  readonly closedAt: Instant | null;
  /** Under which heading the new actions stand. */
  readonly actionsUnder: string | null;
  /** Names by person id. */
  readonly names: Readonly<Record<string, string>>;
  readonly authorName: string;
  /** Those whose signature the policy asks for. */
  readonly signatures: readonly SignatureForPaper[];
  readonly addenda: readonly { readonly authorName: string; readonly text: string; readonly at: Instant }[];
  readonly policy: { readonly title: string; readonly version: string };
  /** Of what was signed; null: it is not sealed. */
  readonly fingerprint: string | null;
}

export type DocumentFormat = 'docx' | 'pdf';

/** A document to save. */
export interface SavedDocument {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Turns what was agreed into what leaves Duologue. Same input, same bytes. */
export interface Documents {
  agendaDocument(agenda: AgendaForPaper): Promise<CalendarDocument>;
  /** Our own block for the body of the invitation: safe HTML, everything typed is escaped. */
  agendaHtml(agenda: AgendaForPaper): string;
  recordDocument(record: RecordForPaper, format: DocumentFormat): Promise<SavedDocument>;
  /** A calendar to follow, in iCalendar. */
  feedCalendar(events: readonly FeedEvent[]): Promise<string>;
  summaryMail(summary: Summary, link: string): Promise<{ readonly subject: string; readonly html: string }>;
}
