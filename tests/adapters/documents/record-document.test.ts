import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recordDocument } from '#server/adapters/documents/record-document.ts';
import type { RecordForPaper } from '#server/ports/documents.ts';
import { hostileTexts } from './agenda-papers.ts';
import { emptyRecordFor, factsFor, formRuleOf, recordFor } from './record-papers.ts';

const packs = ['od3a', 'form', 'ess', 'out', 'career'];
// jsdom comes without types; this is all that is used of it here.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (
    html: string,
    options: object,
  ) => { readonly window: { readonly document: Document; readonly DOMParser: typeof DOMParser } };
};
const { window } = new JSDOM('', { url: 'http://localhost/' });

/** The document part of a Word file, read as XML; whatever is not well-formed fails. */
async function wordOf(record: RecordForPaper): Promise<{ text: string; find: (tag: string) => Element[] }> {
  const files = unzipSync((await recordDocument(record, 'docx')).bytes);
  for (const [name, file] of Object.entries(files)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const errors = new window.DOMParser()
      .parseFromString(strFromU8(file), 'application/xml')
      .querySelectorAll('parsererror');
    expect([name, errors.length]).toEqual([name, 0]);
  }
  const part = files['word/document.xml'] ?? new Uint8Array();
  const xml = new window.DOMParser().parseFromString(strFromU8(part), 'application/xml');
  const find = (tag: string) => [...xml.getElementsByTagName(`w:${tag}`)];
  return {
    text: find('p')
      .map((one) => one.textContent)
      .join('\n'),
    find,
  };
}

/** The objects of the PDF as text, streams unpacked. */
async function pdfOf(record: RecordForPaper): Promise<string> {
  const raw = Buffer.from((await recordDocument(record, 'pdf')).bytes).toString('latin1');
  const streams = [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed ?? '', 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...streams].join('\n');
}

const pagesOf = (pdf: string): number => pdf.match(/\/Type \/Page\b/g)?.length ?? 0;

describe('a record as a document', () => {
  it.each(packs)('[FORM-2] [OD3a-13] is the same bytes for the same record, in both formats: %s', async (name) => {
    for (const format of ['docx', 'pdf'] as const) {
      const [one, same, other] = await Promise.all([
        recordDocument(recordFor(name), format),
        recordDocument(structuredClone(recordFor(name)), format),
        recordDocument(recordFor(name, { names: { priya: 'P.', tomasz: 'T.' } }), format),
      ]);
      expect(Buffer.from(one.bytes).equals(same.bytes)).toBe(true);
      expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(false);
      expect(one.name).toBe(`Record 2026-11-12.${format}`);
    }
  });

  it.each(packs)('has all headings of its form in their order, and all that was said and agreed: %s', async (name) => {
    const { text, find } = await wordOf(recordFor(name));
    const headings = find('p')
      .filter((one) => /Heading[23]/.test(one.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? ''))
      .map((one) => one.textContent);
    const asked = formRuleOf(name).sections.map(({ title }) => title);
    expect(headings.filter((one) => asked.includes(one))).toEqual(asked);
    const facts = factsFor(formRuleOf(name));
    const hasProgress = formRuleOf(name).sections.some(({ holds }) => holds === 'progress');
    const earlier = hasProgress ? facts.lastActions : [];
    for (const said of [...facts.points, ...facts.newActions, ...earlier]) expect(text).toContain(said.text);
  });

  it('[OD3a-13] on the council’s proforma: who, when, progress, both sides’ issues, tasks with their day, both signatures, the next date', async () => {
    const { text } = await wordOf(recordFor('od3a'));
    const order = [
      'Priya Raman',
      'Tomasz Zieliński',
      'Thursday 12 November 2026',
      'Progress since last meeting',
      'Manager’s issues',
      'Employee’s issues',
      'Ask Facilities for a second key safe',
      'Tuesday 24 November 2026',
      'Manager’s signature',
      'Priya Raman, signed in Duologue',
      'Thursday 12 November 2026, 16:20',
      'Employee’s signature',
      'Thursday 26 November 2026',
    ];
    const at = order.reduce((from, one) => {
      const found = text.indexOf(one, from);
      expect([one, found >= from]).toEqual([one, true]);
      return found;
    }, 0);
    expect(at).toBeGreaterThan(0);
  });

  it('[FORM-6] on the college’s form: every field, the six headings, what does not apply, and both signature lines', async () => {
    const { text, find } = await wordOf(recordFor('form'));
    for (const asked of [
      'BH-2041',
      'Housing officer',
      '12.5 days',
      '1 day',
      'Thursday 29 October 2026',
      'Not applicable',
    ])
      expect(text).toContain(asked);
    expect(text.indexOf('Employee’s signature')).toBeLessThan(text.indexOf('Manager’s signature'));
    const heads = find('tblHeader').filter((one) => one.getAttribute('w:val') !== 'off');
    expect(heads.length).toBe(1);
  });

  it('[ESS-2] under three stages, each said once', async () => {
    const { text } = await wordOf(recordFor('ess'));
    const stages = ['1. Preparation', '2. Conversation', '3. Agreement'].map((stage) => text.split(stage).length - 1);
    expect(stages).toEqual([1, 1, 1]);
  });

  it('is a form to fill in by hand where nothing is filled in: lines, rows and signature lines stay empty', async () => {
    const { text } = await wordOf(emptyRecordFor('form'));
    expect(text).toContain('Employee’s signature');
    expect(text).not.toContain('signed in Duologue');
    expect(text).toContain('Not closed yet.');
  });

  it('keeps a different view and what was added beside it, and the fingerprint', async () => {
    const record = recordFor('form', {
      signatures: [{ party: 'employee', name: 'Tomasz', at: '2026-11-13T09:00:00.000Z', view: 'Not in every case.' }],
      addenda: [{ authorName: 'Priya Raman', text: 'Agreed today.', at: '2026-11-14T09:00:00.000Z' }],
    });
    const { text } = await wordOf(record);
    for (const one of ['How Tomasz sees it', 'Not in every case.', 'Added later', 'Agreed today.', 'a3'.repeat(32)])
      expect(text).toContain(one);
  });

  it('can be read aloud: language, title, headings, lists and tables with heading cells', async () => {
    const pdf = await pdfOf(recordFor('form'));
    expect(pdf).toContain('/Lang (en-GB)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('/Marked true');
    for (const tag of ['H1', 'H2', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD'])
      expect(pdf).toMatch(new RegExp(`/S /${tag}\\b`));
    expect(pdf.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(pdf).toMatch(/\/FontFile2/);
    const files = unzipSync((await recordDocument(recordFor('form'), 'docx')).bytes);
    expect(strFromU8(files['word/styles.xml'] ?? new Uint8Array())).toContain('w:val="en-GB"');
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).toContain('One-to-one meeting notes');
  });

  it('goes on over as many pages as it takes', async () => {
    const facts = factsFor(formRuleOf('form'));
    const [said] = facts.points;
    const [agreed] = facts.newActions;
    if (said === undefined || agreed === undefined) throw new Error('Something is said and agreed');
    const many = recordFor(
      'form',
      {},
      {
        points: Array.from({ length: 40 }, (_, index) => ({
          ...said,
          id: String(index),
          text: 'Some words. '.repeat(120),
        })),
        newActions: Array.from({ length: 60 }, (_, index) => ({
          ...agreed,
          id: String(index),
          text: 'Do it. '.repeat(40),
        })),
      },
    );
    const pdf = await pdfOf(many);
    expect(pagesOf(pdf)).toBeGreaterThan(15);
    expect(pdf.match(/\/S \/LI\b/g)).toHaveLength(42);
    expect((await wordOf(many)).find('tr').length).toBeGreaterThan(60);
  });

  it.each(hostileTexts)('is made, and well-formed, when what was typed is %s', async (_, text) => {
    const facts = factsFor(formRuleOf('od3a'));
    const changes = {
      points: facts.points.map((one) => ({ ...one, text })),
      newActions: facts.newActions.map((one) => ({ ...one, text })),
    };
    for (const name of packs) {
      const record = recordFor(name, { names: { priya: text, tomasz: text }, authorName: text }, changes);
      await wordOf(record);
      expect((await pdfOf(record)).trimEnd()).toContain('%%EOF');
    }
  });

  it('lets what is written from right to left stand so', async () => {
    const [said] = factsFor(formRuleOf('od3a')).points;
    if (said === undefined) throw new Error('Something is said');
    const { find } = await wordOf(recordFor('od3a', {}, { points: [{ ...said, text: 'שלום לכולם' }] }));
    expect(
      find('p').filter((one) => one.getElementsByTagName('w:bidi').length > 0 && one.textContent === 'שלום לכולם'),
    ).toHaveLength(1);
  });
});
