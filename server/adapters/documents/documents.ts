import type { Documents } from '#server/ports/documents.ts';
import { agendaHtml } from './agenda-html.ts';
import { agendaDocument } from './agenda-document.ts';
import { summaryMail } from './summary-mail.ts';

/** Mail, invitation block and document, each a function of its input alone. */
export function documents(): Documents {
  return { agendaDocument, agendaHtml, summaryMail };
}
