import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const find = createRequire(import.meta.url);

async function readFonts(): Promise<{ readonly regular: Buffer; readonly bold: Buffer }> {
  const [regular, bold] = await Promise.all([
    readFile(find.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
    readFile(find.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf')),
  ]);
  return { regular, bold };
}

let loaded: ReturnType<typeof readFonts> | null = null;

/** The letters documents carry within themselves, read once. */
export function paperFonts(): ReturnType<typeof readFonts> {
  loaded ??= readFonts();
  return loaded;
}

/** All that a PDF under way comes to once it is ended. */
export function collected(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    pdf.on('error', reject);
  });
}
