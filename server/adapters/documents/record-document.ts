import { localDateOf } from '#core/time.ts';
import type { DocumentFormat, RecordForPaper, SavedDocument } from '#server/ports/documents.ts';
import { recordDocx } from './record-docx.ts';
import { recordPdf } from './record-pdf.ts';
import { recordWords } from './record-words.ts';

const contentTypes: Record<DocumentFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

const writers: Record<DocumentFormat, (record: RecordForPaper) => Promise<Uint8Array>> = {
  docx: recordDocx,
  pdf: recordPdf,
};

/** A record as a document to keep, named after its day (OD3a-13, FORM-2). */
export async function recordDocument(record: RecordForPaper, format: DocumentFormat): Promise<SavedDocument> {
  const name = recordWords.fileName(localDateOf(record.start, record.zone), format);
  return { name, contentType: contentTypes[format], bytes: await writers[format](record) };
}
