import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { millisecondsOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import type { RecordForPaper } from '#server/ports/documents.ts';
import { recordBlocks, recordTitle, type Block, type Entry } from './record-blocks.ts';
import { recordWords } from './record-words.ts';

const font = 'Aptos';
const quiet = '616161';
const width = 9640;

const thin = { style: BorderStyle.SINGLE, size: 4, color: '8A8A8A' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const boxed = { top: thin, bottom: thin, left: thin, right: thin };
const underlined = { top: none, bottom: thin, left: none, right: none };
const open = { top: none, bottom: none, left: none, right: none };

const rightToLeft = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
// XML has no place for these, not even escaped.
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

interface Look {
  readonly strong?: boolean;
  readonly quiet?: boolean;
  readonly after?: number;
}

/** Somebody's text, line by line; what is written from right to left stands so. */
function paragraph(
  text: string,
  { strong: isStrong = false, quiet: isQuiet = false, after = 60 }: Look = {},
): Paragraph {
  const isRightToLeft = rightToLeft.test(text);
  const look: IRunOptions = {
    bold: isStrong,
    rightToLeft: isRightToLeft,
    ...(isQuiet ? { color: quiet, size: 18 } : {}),
  };
  const runs = text
    .replaceAll(unwritable, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }));
  return new Paragraph({ children: runs, bidirectional: isRightToLeft, spacing: { after } });
}

function headingOf(text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({ text: text.replaceAll(unwritable, ''), heading, keepNext: true });
}

function entryParagraphs({ text, beside }: Entry): Paragraph[] {
  return [
    paragraph(text, { after: beside === null ? 80 : 0 }),
    ...(beside === null ? [] : [paragraph(beside, { quiet: true, after: 80 })]),
  ];
}

type Borders = typeof boxed | typeof underlined | typeof open;

function cell(children: readonly Paragraph[], share: number, borders: Borders): TableCell {
  return new TableCell({
    children: [...children],
    borders,
    width: { size: share, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    verticalAlign: VerticalAlignTable.CENTER,
  });
}

function row(cells: readonly TableCell[], least: number, isHead = false): TableRow {
  return new TableRow({
    children: [...cells],
    cantSplit: true,
    tableHeader: isHead,
    height: { value: least, rule: HeightRule.ATLEAST },
  });
}

function table(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({ rows: [...rows], columnWidths: [...widths], width: { size: width, type: WidthType.DXA } });
}

function fieldTable({ fields, boxed: isBoxed }: Extract<Block, { kind: 'fields' }>): Table {
  const columns = isBoxed && fields.length > 1 ? 2 : 1;
  const share = width / columns;
  const labelWidth = isBoxed ? 2000 : 2900;
  const widths = Array.from({ length: columns }, () => [labelWidth, share - labelWidth]).flat();
  const rows: TableRow[] = [];
  for (let index = 0; index < fields.length; index += columns) {
    const cells = fields
      .slice(index, index + columns)
      .flatMap(({ label, value }) => [
        cell([paragraph(label, { strong: true, after: 0 })], labelWidth, isBoxed ? boxed : open),
        cell([paragraph(value ?? '', { after: 0 })], share - labelWidth, isBoxed ? boxed : underlined),
      ]);
    while (cells.length < widths.length)
      cells.push(cell([paragraph('')], widths[cells.length] ?? 0, isBoxed ? boxed : open));
    rows.push(row(cells, 440));
  }
  return table(rows, widths);
}

function entriesOf({ look, entries, emptyLines }: Extract<Block, { kind: 'entries' }>): (Paragraph | Table)[] {
  const said = entries.flatMap(entryParagraphs);
  const empty = Array.from({ length: emptyLines }, () => paragraph('', { after: 160 }));
  if (look === 'plain') return [...said, ...empty.map(() => linedTable([]))];
  if (look === 'ruled') return [linedTable(entries), ...empty.map(() => linedTable([]))];
  // A box may go on over pages: its row is the one that splits.
  const content = new TableRow({
    children: [cell([...said, ...empty], width, boxed)],
    height: { value: 500, rule: HeightRule.ATLEAST },
  });
  return [table([content], [width])];
}

/** Each entry on a line of its own; with none, one empty line to write on. */
function linedTable(entries: readonly Entry[]): Table {
  const rows = entries.map((entry) => new TableRow({ children: [cell(entryParagraphs(entry), width, underlined)] }));
  return table(rows.length === 0 ? [row([cell([paragraph('')], width, underlined)], 440)] : rows, [width]);
}

function actionTable({ head, rows, emptyRows }: Extract<Block, { kind: 'table' }>): Table {
  const widths: [number, number] = [6540, 3100];
  const both = (what: readonly Paragraph[], by: readonly Paragraph[]): TableCell[] => [
    cell(what, widths[0], boxed),
    cell(by, widths[1], boxed),
  ];
  const [what, by] = head;
  return table(
    [
      row(both([paragraph(what, { strong: true, after: 0 })], [paragraph(by, { strong: true, after: 0 })]), 440, true),
      ...rows.map((one) => row(both(entryParagraphs(one.what), [paragraph(one.by, { after: 0 })]), 440)),
      ...Array.from({ length: emptyRows }, () => row(both([paragraph('')], [paragraph('')]), 440)),
    ],
    widths,
  );
}

function signatureTable({ lines, boxed: isBoxed }: Extract<Block, { kind: 'signatures' }>): Table {
  const widths = [2500, 3540, 800, 2800];
  const rows = lines.map(({ label, name, on }) =>
    row(
      [label, name ?? '', recordWords.date, on ?? ''].map((text, index) => {
        const isLabel = index % 2 === 0;
        const borders = isBoxed ? boxed : isLabel ? open : underlined;
        return cell([paragraph(text, { strong: isLabel, after: 0 })], widths[index] ?? 0, borders);
      }),
      640,
    ),
  );
  return table(rows, widths);
}

function drawn(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [headingOf(block.text, HeadingLevel.HEADING_1)];
    case 'lead':
      return [paragraph(block.text, { quiet: true, after: 160 })];
    case 'fields':
      return [fieldTable(block), paragraph('', { after: 80 })];
    case 'stage':
      return [
        new Paragraph({
          text: block.text,
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          shading: { type: ShadingType.CLEAR, fill: 'EBEBF5', color: 'auto' },
        }),
      ];
    case 'heading':
      return [headingOf(block.text, block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3)];
    case 'entries':
      return [...entriesOf(block), paragraph('', { after: 80 })];
    case 'table':
      return [actionTable(block), paragraph('', { after: 80 })];
    case 'signatures':
      return [signatureTable(block), paragraph('', { after: 80 })];
    case 'note':
      return [paragraph(block.text, { quiet: true })];
  }
}

const headingLook = (size: number, before: number) => ({
  run: { font, size, bold: true, color: '242424' },
  paragraph: { spacing: { before, after: 80 } },
});

function footer(): Footer {
  const { CURRENT, TOTAL_PAGES } = PageNumber;
  const [page = '', of = ''] = recordWords.page(0, 0).split('0');
  return new Footer({
    children: [
      new Paragraph({
        children: [new TextRun({ children: [page, CURRENT, of, TOTAL_PAGES], size: 16, color: quiet })],
      }),
    ],
  });
}

/** The package with one date for everything in it, so that the same record is the same bytes. */
function dated(packed: Uint8Array, at: Instant): Uint8Array {
  const files = unzipSync(packed);
  const core = files['docProps/core.xml'];
  if (core !== undefined) {
    const stamp = `>${at.slice(0, 19)}Z<`;
    files['docProps/core.xml'] = strToU8(strFromU8(core).replaceAll(/>\d{4}-\d\d-\d\dT[\d:.]+Z</g, stamp));
  }
  // The time in a package has no zone: it is taken as the machine's own, so one is chosen that is the same on each.
  const day = new Date(millisecondsOf(at));
  const mtime = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
  return zipSync(files, { mtime, level: 9 });
}

/** A record as a Word document, to keep, to print or to go on in. Dated by the meeting: the same record is the same bytes. */
export async function recordDocx(record: RecordForPaper): Promise<Uint8Array> {
  const document = new Document({
    title: recordTitle(record),
    creator: record.authorName,
    lastModifiedBy: record.authorName,
    styles: {
      default: {
        document: { run: { font, size: 22, language: { value: 'en-GB' } } },
        heading1: headingLook(40, 0),
        heading2: headingLook(26, 240),
        heading3: headingLook(22, 160),
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } },
        },
        footers: { default: footer() },
        children: recordBlocks(record).flatMap(drawn),
      },
    ],
  });
  return dated(await Packer.pack(document, 'uint8array'), record.start);
}
