import { scopeToColumn } from './heading-cell.ts';
import type { Block, Entry, SignatureLine } from './record-blocks.ts';
import { recordWords } from './record-words.ts';

const ink = '#242424';
const quiet = '#616161';
const line = '#8a8a8a';
const band = '#ebebf5';
const padding = 6;
const writingLine = 24;
const emptyRow = 22;

type Structure = PDFKit.PDFStructureElement;

interface TextLook {
  readonly size?: number;
  readonly colour?: string;
  readonly font?: 'regular' | 'bold';
  /** Points from the left margin. */
  readonly left?: number;
  readonly width?: number;
}

/** Draws the parts of a printed record on pages, each tagged as what it is, so that it can be read aloud and reflowed. */
export class RecordPaper {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #left: number;
  readonly #width: number;

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf;
    this.#left = pdf.page.margins.left;
    this.#width = pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;
  }

  write(blocks: readonly Block[]): void {
    const root = this.#pdf.struct('Document');
    this.#pdf.addStructure(root);
    for (const block of blocks) this.#block(root, block);
    root.end();
  }

  #block(root: Structure, block: Block): void {
    switch (block.kind) {
      case 'title':
        this.#text(root, 'H1', block.text, { size: 20, font: 'bold' });
        this.#space(6);
        return;
      case 'lead':
        this.#text(root, 'P', block.text, { colour: quiet });
        this.#space(6);
        return;
      case 'fields':
        this.#fields(root, block.fields, block.boxed);
        this.#space(10);
        return;
      case 'stage':
        this.#stage(root, block.text);
        return;
      case 'heading':
        this.#heading(root, block.text, block.level);
        return;
      case 'entries':
        this.#entries(root, block);
        this.#space(10);
        return;
      case 'table':
        this.#table(root, block);
        this.#space(12);
        return;
      case 'signatures':
        this.#signatures(root, block.lines, block.boxed);
        this.#space(10);
        return;
      case 'note':
        this.#text(root, 'P', block.text, { size: 8, colour: quiet });
        this.#space(2);
    }
  }

  get #bottom(): number {
    return this.#pdf.page.height - this.#pdf.page.margins.bottom;
  }

  #space(points: number): void {
    this.#pdf.y += points;
  }

  /** Keeps what follows on one page, where a page can hold it. */
  #keep(height: number): void {
    if (this.#pdf.y + height > this.#bottom) this.#pdf.addPage();
  }

  /** What a part holds is drawn once it hangs in the tree, so it is hung in first. */
  #part(parent: Structure, tag: string, draw?: () => void): Structure {
    const part = draw === undefined ? this.#pdf.struct(tag) : this.#pdf.struct(tag, {}, draw);
    parent.add(part);
    return part;
  }

  #text(parent: Structure, tag: string, text: string, look: TextLook = {}): void {
    const { size = 11, colour = ink, font = 'regular', left = 0, width = this.#width - left } = look;
    this.#part(parent, tag, () => {
      this.#pdf.font(font).fontSize(size).fillColor(colour);
      this.#pdf.text(text, this.#left + left, this.#pdf.y, { width, lineGap: 2 });
    });
  }

  /** Lines and shades say nothing of their own: they are left out when the page is read aloud. */
  #ornament(draw: () => void): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    this.#pdf.lineWidth(0.6).strokeColor(line);
    draw();
    this.#pdf.endMarkedContent();
  }

  #stroke(y: number, left: number, width: number): void {
    const to = left + width;
    this.#pdf.moveTo(left, y).lineTo(to, y).stroke();
  }

  #rule(y: number): void {
    this.#ornament(() => {
      this.#stroke(y, this.#left, this.#width);
    });
  }

  #stage(root: Structure, text: string): void {
    this.#keep(90);
    const top = this.#pdf.y + 4;
    this.#ornament(() => {
      this.#pdf.rect(this.#left, top, this.#width, 26).fill(band);
    });
    this.#pdf.y = top + 5;
    this.#text(root, 'H2', text, { size: 13, font: 'bold', left: 8 });
    this.#pdf.y = top + 34;
  }

  #heading(root: Structure, text: string, level: 2 | 3): void {
    this.#keep(90);
    this.#text(root, level === 2 ? 'H2' : 'H3', text, { size: level === 2 ? 12 : 11, font: 'bold' });
    this.#space(3);
  }

  #fields(root: Structure, fields: readonly { label: string; value: string | null }[], boxed: boolean): void {
    const columns = boxed && fields.length > 1 ? 2 : 1;
    const table = this.#part(root, 'Table');
    for (let index = 0; index < fields.length; index += columns) {
      const cells = fields.slice(index, index + columns).flatMap(({ label, value }) => [
        { text: label, heads: true },
        { text: value ?? '', heads: false },
      ]);
      const share = this.#width / columns;
      const labelWidth = boxed ? Math.min(110, share * 0.5) : 150;
      this.#row(table, cells, Array.from({ length: columns }, () => [labelWidth, share - labelWidth]).flat(), {
        boxed,
        least: boxed ? 24 : 22,
      });
    }
    table.end();
  }

  /** A row of a table. Heading cells are bold; the others stand in a box, or on a line. */
  #row(
    table: Structure,
    cells: readonly { readonly text: string; readonly heads: boolean; readonly beside?: string | null }[],
    widths: readonly number[],
    look: { readonly boxed: boolean; readonly least: number; readonly columns?: boolean },
  ): void {
    const pdf = this.#pdf;
    const inner = (index: number): number => (widths[index] ?? 0) - 2 * padding;
    const heights = cells.map(({ text, heads, beside }, index) => {
      pdf.font(heads ? 'bold' : 'regular').fontSize(10.5);
      const above = pdf.heightOfString(text, { width: inner(index), lineGap: 1 });
      pdf.font('regular').fontSize(9);
      return above + (typeof beside === 'string' ? pdf.heightOfString(beside, { width: inner(index) }) : 0);
    });
    const height = Math.max(look.least, ...heights.map((one) => one + 2 * padding - 2));
    this.#keep(height);
    const top = pdf.y;
    const row = this.#part(table, 'TR');
    let left = this.#left;
    cells.forEach(({ text, heads, beside }, index) => {
      const at = left + padding;
      const cell = pdf.struct(heads ? 'TH' : 'TD', {}, () => {
        pdf
          .font(heads ? 'bold' : 'regular')
          .fontSize(10.5)
          .fillColor(ink);
        pdf.text(text, at, top + padding - 1, { width: inner(index), lineGap: 1 });
        if (typeof beside !== 'string') return;
        pdf
          .font('regular')
          .fontSize(9)
          .fillColor(quiet)
          .text(beside, at, pdf.y, { width: inner(index) });
      });
      if (heads && look.columns === true) scopeToColumn(cell);
      row.add(cell);
      left += widths[index] ?? 0;
    });
    row.end();
    this.#ornament(() => {
      let from = this.#left;
      cells.forEach(({ heads }, index) => {
        const width = widths[index] ?? 0;
        if (look.boxed) pdf.rect(from, top, width, height).stroke();
        else if (!heads) this.#stroke(top + height - 3, from, width);
        from += width;
      });
    });
    pdf.y = top + height;
  }

  #entries(root: Structure, block: Extract<Block, { kind: 'entries' }>): void {
    const { look, entries, emptyLines } = block;
    if (entries.length === 0) this.#keep(emptyLines * writingLine + 2 * padding);
    const from = { page: this.#pageNumber(), y: this.#pdf.y };
    const left = look === 'boxed' ? padding + 2 : 0;
    if (look === 'boxed') this.#space(padding);
    if (entries.length > 0) {
      const list = this.#part(root, 'L');
      for (const entry of entries) this.#entry(list, entry, left, look === 'ruled');
      list.end();
    }
    for (let index = 0; index < emptyLines; index += 1) {
      this.#keep(writingLine);
      this.#space(writingLine);
      if (look !== 'boxed') this.#rule(this.#pdf.y);
    }
    if (look !== 'boxed') return;
    this.#space(padding - 2);
    this.#frame(from);
  }

  #entry(list: Structure, { text, beside }: Entry, left: number, isRuled: boolean): void {
    this.#keep(30);
    const item = this.#part(list, 'LI');
    const body = this.#part(item, 'LBody');
    this.#text(body, 'P', text, { left, width: this.#width - 2 * left });
    if (beside !== null) this.#text(body, 'P', beside, { size: 9, colour: quiet, left, width: this.#width - 2 * left });
    body.end();
    item.end();
    if (isRuled) this.#rule(this.#pdf.y + 1);
    this.#space(5);
  }

  #pageNumber(): number {
    const { start, count } = this.#pdf.bufferedPageRange();
    return start + count - 1;
  }

  /** The box around what has just been written, on each page it stands on. */
  #frame(from: { readonly page: number; readonly y: number }): void {
    const last = this.#pageNumber();
    const end = this.#pdf.y;
    for (let page = from.page; page <= last; page += 1) {
      this.#pdf.switchToPage(page);
      const top = page === from.page ? from.y : this.#pdf.page.margins.top - padding;
      const bottom = page === last ? end : this.#bottom;
      this.#ornament(() => {
        this.#pdf.rect(this.#left, top, this.#width, bottom - top).stroke();
      });
    }
    this.#pdf.y = end;
  }

  #table(root: Structure, block: Extract<Block, { kind: 'table' }>): void {
    const widths = [this.#width * 0.68, this.#width * 0.32];
    const table = this.#part(root, 'Table');
    const head = block.head.map((text) => ({ text, heads: true }));
    this.#row(table, head, widths, { boxed: true, least: 24, columns: true });
    for (const { what, by } of block.rows) {
      const cells = [
        { text: what.text, heads: false, beside: what.beside },
        { text: by, heads: false },
      ];
      this.#row(table, cells, widths, { boxed: true, least: emptyRow });
    }
    const empty = ['', ''].map((text) => ({ text, heads: false }));
    for (let index = 0; index < block.emptyRows; index += 1)
      this.#row(table, empty, widths, { boxed: true, least: emptyRow });
    table.end();
  }

  #signatures(root: Structure, lines: readonly SignatureLine[], boxed: boolean): void {
    this.#keep(lines.length * 34);
    const table = this.#part(root, 'Table');
    for (const { label, name, on } of lines) {
      const cells = [
        { text: label, heads: true },
        { text: name ?? '', heads: false },
        { text: recordWords.date, heads: true },
        { text: on ?? '', heads: false },
      ];
      this.#row(table, cells, [140, this.#width - 340, 50, 150], { boxed, least: 34 });
    }
    table.end();
  }
}
