import { localDateOf } from '#core/time.ts';
import type { AgendaForPaper } from '#server/ports/documents.ts';
import { aboutItem } from './agenda-html.ts';
import { dayAndTimes, shortDay } from './dates.ts';
import { scopeToColumn } from './heading-cell.ts';
import { otherLetters } from './other-letters.ts';
import { agendaWords } from './words.ts';

const ink = '#242424';
const quiet = '#616161';
const line = '#d1d1d1';
const brand = '#4f52b2';
const numberWidth = 24;

type Structure = PDFKit.PDFStructureElement;
type Action = AgendaForPaper['actions'][number];

interface TextLook {
  readonly size?: number;
  readonly colour?: string;
  readonly font?: 'regular' | 'bold';
  /** Points from the left margin. */
  readonly indent?: number;
}

/** Writes an agenda on a page, each part tagged as what it is, so that it can be read aloud and reflowed. */
export class AgendaPaper {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #left: number;
  readonly #width: number;

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf;
    this.#left = pdf.page.margins.left;
    this.#width = pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;
  }

  write(agenda: AgendaForPaper): void {
    const root = this.#pdf.struct('Document');
    this.#pdf.addStructure(root);
    this.#text(root, 'H1', agendaWords.titleFor(localDateOf(agenda.start, agenda.zone)), { size: 22, font: 'bold' });
    this.#text(root, 'P', agendaWords.between(agenda.supervisorName, agenda.employeeName));
    const minutes = agenda.items.reduce((sum, item) => sum + item.minutes, 0);
    const when = `${dayAndTimes(agenda.start, agenda.end, agenda.zone)}. ${agendaWords.planned(minutes)}.`;
    this.#text(root, 'P', when, { colour: quiet });
    this.#pdf.moveDown(1.2);
    this.#items(root, agenda.items);
    if (agenda.actions.length > 0) {
      this.#pdf.moveDown(0.6);
      this.#text(root, 'H2', agendaWords.lookBack, { size: 14, font: 'bold' });
      this.#pdf.moveDown(0.4);
      this.#actions(root, agenda.actions);
    }
    this.#pdf.moveDown(1.2);
    this.#link(root, agenda.link);
    if (otherLetters.test(JSON.stringify([agenda.items, agenda.actions, agenda.supervisorName, agenda.employeeName]))) {
      this.#pdf.moveDown(0.6);
      this.#text(root, 'P', agendaWords.otherLetters, { size: 9, colour: quiet });
    }
    root.end();
  }

  /** A part within another. What a part holds is drawn once it hangs in the tree, so it is hung in first. */
  #part(parent: Structure, tag: string, draw?: () => void): Structure {
    const part = draw === undefined ? this.#pdf.struct(tag) : this.#pdf.struct(tag, {}, draw);
    parent.add(part);
    return part;
  }

  #text(parent: Structure, tag: string, text: string, look: TextLook = {}): void {
    const { size = 11, colour = ink, font = 'regular', indent = 0 } = look;
    this.#part(parent, tag, () => {
      this.#pdf.font(font).fontSize(size).fillColor(colour);
      this.#pdf.text(text, this.#left + indent, this.#pdf.y, { width: this.#width - indent, lineGap: 2 });
    });
  }

  #items(root: Structure, items: AgendaForPaper['items']): void {
    const list = this.#part(root, 'L');
    items.forEach((item, index) => {
      if (this.#pdf.y > this.#pdf.page.height - 120) this.#pdf.addPage();
      const entry = this.#part(list, 'LI');
      const top = this.#pdf.y;
      this.#text(entry, 'Lbl', `${String(index + 1)}.`, { size: 12, colour: quiet, font: 'bold' });
      this.#pdf.y = top;
      const body = this.#part(entry, 'LBody');
      this.#text(body, 'P', item.title, { size: 12, font: 'bold', indent: numberWidth });
      this.#text(body, 'P', aboutItem(item), { size: 10, colour: quiet, indent: numberWidth });
      if (item.note !== null) this.#text(body, 'P', item.note, { indent: numberWidth });
      body.end();
      entry.end();
      this.#pdf.moveDown(0.7);
    });
    list.end();
  }

  #actions(root: Structure, actions: readonly Action[]): void {
    const table = this.#part(root, 'Table');
    this.#row(table, 'TH', [agendaWords.what, agendaWords.who, agendaWords.by]);
    for (const { text, ownerName, dueOn } of actions) {
      this.#row(table, 'TD', [text, ownerName, dueOn === null ? agendaWords.noDate : shortDay(dueOn)]);
    }
    table.end();
  }

  #row(table: Structure, tag: 'TH' | 'TD', texts: readonly [what: string, who: string, by: string]): void {
    const pdf = this.#pdf;
    const widths = [this.#width - 230, 140, 90];
    const cells = texts.map((text, index) => ({
      text,
      width: (widths[index] ?? 0) - 12,
      left: this.#left + widths.slice(0, index).reduce((sum, one) => sum + one, 0),
    }));
    pdf.font(tag === 'TH' ? 'bold' : 'regular').fontSize(tag === 'TH' ? 10 : 11);
    const height = Math.max(...cells.map(({ text, width }) => pdf.heightOfString(text, { width })));
    if (pdf.y + height + 12 > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
    const top = pdf.y + 5;
    const row = this.#part(table, 'TR');
    for (const { text, width, left } of cells) {
      const cell = pdf.struct(tag, {}, () => {
        pdf.fillColor(tag === 'TH' ? quiet : ink).text(text, left, top, { width });
      });
      if (tag === 'TH') scopeToColumn(cell);
      row.add(cell);
    }
    row.end();
    const bottom = top + height + 5;
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .moveTo(this.#left, bottom)
      .lineTo(this.#left + this.#width, bottom)
      .lineWidth(0.5)
      .strokeColor(line)
      .stroke();
    pdf.endMarkedContent();
    pdf.y = bottom;
  }

  #link(root: Structure, address: string): void {
    const paragraph = this.#part(root, 'P');
    this.#part(paragraph, 'Link', () => {
      this.#pdf.font('bold').fontSize(11).fillColor(brand);
      this.#pdf.text(agendaWords.open, this.#left, this.#pdf.y, { width: this.#width, link: address, underline: true });
    });
    paragraph.end();
  }
}
