import PDFDocument from 'pdfkit';
import { millisecondsOf } from '#core/time.ts';
import type { RecordForPaper } from '#server/ports/documents.ts';
import { otherLetters } from './other-letters.ts';
import { collected, paperFonts } from './paper.ts';
import { recordBlocks, recordTitle } from './record-blocks.ts';
import { RecordPaper } from './record-paper.ts';
import { recordWords } from './record-words.ts';

/** Numbers each page at its foot, where nothing is read aloud. */
function numberPages(pdf: PDFKit.PDFDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    const { bottom } = pdf.page.margins;
    // Text below the margin would begin a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('regular').fontSize(8).fillColor('#616161');
    const text = recordWords.page(page - start + 1, count);
    pdf.text(text, pdf.page.margins.left, pdf.page.height - 36, { lineBreak: false });
    pdf.endMarkedContent();
    pdf.page.margins.bottom = bottom;
  }
}

/** A record as a tagged PDF with its fonts inside, to print and to sign. Dated by the meeting: the same record is the same bytes. */
export async function recordPdf(record: RecordForPaper): Promise<Uint8Array> {
  const { regular, bold } = await paperFonts();
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 56, left: 56, right: 56 },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: recordTitle(record),
      Author: record.authorName,
      CreationDate: new Date(millisecondsOf(record.start)),
    },
  });
  const bytes = collected(pdf);
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  const blocks = recordBlocks(record);
  const note = otherLetters.test(JSON.stringify(blocks))
    ? [{ kind: 'note', text: recordWords.otherLetters } as const]
    : [];
  new RecordPaper(pdf).write([...blocks, ...note]);
  numberPages(pdf);
  pdf.end();
  return bytes;
}
