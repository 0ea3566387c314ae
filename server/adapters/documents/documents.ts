import type { Documents } from '#server/ports/documents.ts';
import { agendaHtml } from './agenda-html.ts';

/**
 * Mail, invitation block and document, each a function of its input alone.
 * The libraries behind mail and document take over a second to load, so each is loaded when its first paper is written.
 */
export function documents(): Documents {
  return {
    agendaHtml,
    agendaDocument: async (agenda) => (await import('./agenda-document.ts')).agendaDocument(agenda),
    feedCalendar: async (events) => (await import('./feed-calendar.ts')).feedCalendar(events),
    recordDocument: async (record, format) => (await import('./record-document.ts')).recordDocument(record, format),
    summaryMail: async (summary, link) => (await import('./summary-mail.ts')).summaryMail(summary, link),
  };
}
