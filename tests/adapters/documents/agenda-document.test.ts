import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { agendaDocument } from '#server/adapters/documents/agenda-document.ts';
import { agendaFor, hostileTexts } from './agenda-papers.ts';

/** The objects of the PDF as text, streams unpacked. */
function insideOf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const streams = [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed ?? '', 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...streams].join('\n');
}

describe('the agenda as a document', () => {
  it('is a PDF named after its day', async () => {
    const { name, contentType, bytes } = await agendaDocument(agendaFor());
    expect({ name, contentType }).toEqual({ name: 'Agenda 10 December.pdf', contentType: 'application/pdf' });
    expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('is named after the day where the two are, not after the one in Greenwich', async () => {
    const late = agendaFor({
      start: '2026-12-10T20:00:00.000Z',
      end: '2026-12-10T20:30:00.000Z',
      zone: 'Australia/Sydney',
    });
    expect((await agendaDocument(late)).name).toBe('Agenda 11 December.pdf');
  });

  it('is the same bytes for the same agenda, and other bytes for another', async () => {
    const [first, second, other] = await Promise.all([
      agendaDocument(agendaFor()),
      agendaDocument(structuredClone(agendaFor())),
      agendaDocument(agendaFor({ employeeName: 'Somebody else' })),
    ]);
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
    expect(Buffer.from(first.bytes).equals(other.bytes)).toBe(false);
  });

  it('can be read aloud: a language, a title, headings, a list and a table with heading cells', async () => {
    const inside = insideOf((await agendaDocument(agendaFor())).bytes);
    expect(inside).toContain('/Lang (en-GB)');
    expect(inside).toContain('/DisplayDocTitle true');
    expect(inside).toContain('/Marked true');
    for (const tag of ['H1', 'H2', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Link'])
      expect(inside).toMatch(new RegExp(`/S /${tag}\\b`));
    expect(inside.match(/\/Scope \/Column/g)).toHaveLength(3);
  });

  it('carries its letters within itself', async () => {
    const inside = insideOf((await agendaDocument(agendaFor())).bytes);
    expect(inside).toMatch(/\/FontFile2/);
    expect(inside).not.toMatch(/\/BaseFont \/(Helvetica|Times)/);
  });

  it('goes on over as many pages as it takes', async () => {
    const items = Array.from({ length: 60 }, (_, index) => ({
      title: `Item ${String(index)}`,
      note: 'Some words. '.repeat(20),
      raisedByName: null,
      urgent: false,
      minutes: 5,
    }));
    const actions = Array.from({ length: 40 }, () => ({
      text: 'Do something about it. '.repeat(8),
      ownerName: 'Priya Raman',
      dueOn: null,
    }));
    const inside = insideOf((await agendaDocument(agendaFor({ items, actions }))).bytes);
    expect(inside.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(4);
    expect(inside.match(/\/S \/LI\b/g)).toHaveLength(60);
  });

  it.each(hostileTexts)('is made when what was typed is %s', async (_, text) => {
    const items = [{ title: text, note: text, raisedByName: text, urgent: true, minutes: 5 }];
    const { bytes } = await agendaDocument(
      agendaFor({ items, actions: [{ text, ownerName: text, dueOn: null }], supervisorName: text }),
    );
    expect(Buffer.from(bytes).toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true);
  });
});
