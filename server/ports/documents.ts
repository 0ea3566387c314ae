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

/** Turns what was agreed into what leaves Duologue. Same input, same bytes. */
export interface Documents {
  agendaDocument(agenda: AgendaForPaper): Promise<CalendarDocument>;
  /** Our own block for the body of the invitation: safe HTML, everything typed is escaped. */
  agendaHtml(agenda: AgendaForPaper): string;
  summaryMail(summary: Summary, link: string): Promise<{ readonly subject: string; readonly html: string }>;
}
