import PDFDocument from 'pdfkit';
import { localDateOf, millisecondsOf } from '#core/time.ts';
import type { CalendarDocument } from '#server/ports/calendar.ts';
import type { AgendaForPaper } from '#server/ports/documents.ts';
import { AgendaPaper } from './agenda-paper.ts';
import { collected, paperFonts } from './paper.ts';
import { agendaWords } from './words.ts';

/** The agenda as a tagged PDF with its fonts inside. Dated by the meeting, so that the same agenda is the same bytes. */
export async function agendaDocument(agenda: AgendaForPaper): Promise<CalendarDocument> {
  const { regular, bold } = await paperFonts();
  const on = localDateOf(agenda.start, agenda.zone);
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 56, left: 56, right: 56 },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: agendaWords.titleFor(on),
      Author: agenda.supervisorName,
      CreationDate: new Date(millisecondsOf(agenda.start)),
    },
  });
  const bytes = collected(pdf);
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  new AgendaPaper(pdf).write(agenda);
  pdf.end();
  return { name: agendaWords.documentName(on), contentType: 'application/pdf', bytes: await bytes };
}
