import { describe, expect, it } from 'vitest';
import type { Summary, SummaryAction } from '#core/summary/summary.ts';
import { summaryMail } from '#server/adapters/documents/summary-mail.ts';
import { hostileTexts } from './agenda-papers.ts';
import { shownPage } from './shown-page.ts';

const link = 'http://localhost:3978/tab.html#/records/1?from=mail&x=1';

function action(text: string, change: Partial<SummaryAction> = {}): SummaryAction {
  return {
    text,
    ownerId: 'employee',
    ownerName: 'Tomasz Zieliński',
    dueOn: '2026-11-27',
    fromOn: null,
    newDate: false,
    ...change,
  };
}

function summaryOf(change: Partial<Summary> = {}): Summary {
  return {
    meetingId: 'meeting',
    pairId: 'pair',
    start: '2026-11-26T10:00:00.000Z',
    supervisor: { id: 'supervisor', name: 'Priya Raman', givenName: 'Priya' },
    employee: { id: 'employee', name: 'Tomasz Zieliński', givenName: 'Tomasz' },
    actions: [
      action('Chase gas-check dates'),
      action('Book the refresher', { fromOn: '2026-11-12', dueOn: null }),
      action('Ask for a key safe', {
        ownerId: 'supervisor',
        ownerName: 'Priya Raman',
        fromOn: '2026-11-12',
        newDate: true,
        dueOn: '2026-12-02',
      }),
    ],
    doneSince: ['Walk Alder Court'],
    discussed: ['Alder Court handover', 'How are you?'],
    carried: ['Cover over Christmas', 'Rota'],
    pointCount: 4,
    praiseCount: 1,
    next: { start: '2026-12-10T10:00:00.000Z', end: '2026-12-10T10:45:00.000Z' },
    clause: 'OUT-4',
    zone: 'Europe/London',
    ...change,
  };
}

async function shown(summary: Summary): Promise<{ subject: string; page: Document; html: string }> {
  const { subject, html } = await summaryMail(summary, link);
  return { subject, html, page: shownPage(html) };
}

function sectionOf(page: Document, heading: string): string | undefined {
  const title = [...page.querySelectorAll('h2')].find((one) => one.textContent === heading);
  return title?.closest('tr')?.nextElementSibling?.textContent.trim().replaceAll(/\s+/g, ' ');
}

describe('the summary mail', () => {
  it('says in its subject when it was, how many actions, and when next', async () => {
    expect((await shown(summaryOf())).subject).toBe('Our one-to-one on 26 November: 3 actions, next on 10 December');
    expect((await shown(summaryOf({ actions: [action('One')], next: null }))).subject).toBe(
      'Our one-to-one on 26 November: 1 action',
    );
    expect((await shown(summaryOf({ actions: [] }))).subject).toBe(
      'Our one-to-one on 26 November: no actions, next on 10 December',
    );
  });

  it('lists the actions with who and by when, to the employee as "You"', async () => {
    const { page } = await shown(summaryOf());
    const rows = [...page.querySelectorAll('td.cell')].map((cell) => cell.textContent);
    expect(rows).toEqual([
      ...['Chase gas-check dates', 'You', 'Fri 27 Nov'],
      ...['Book the refresher (from 12 November)', 'You', 'No date'],
      ...['Ask for a key safe (from 12 November, new date)', 'Priya', 'Wed 2 Dec'],
    ]);
    expect([...page.querySelectorAll('th')].map((cell) => [cell.textContent, cell.scope])).toEqual([
      ['What', 'col'],
      ['Who', 'col'],
      ['By', 'col'],
    ]);
  });

  it('says what was done, what was talked about, what moves on and when the next one is, and leads to the record', async () => {
    const { page } = await shown(summaryOf());
    expect(page.body.textContent).toContain('Hello Tomasz,');
    expect(sectionOf(page, 'Done since last time')).toBe('Walk Alder Court');
    expect(sectionOf(page, 'What we talked about')).toBe(
      'Alder Court handover. How are you?Cover over Christmas and Rota move to next time.',
    );
    expect(sectionOf(page, 'Next one-to-one')).toBe('Thursday 10 December 2026, 10:00 to 10:45, in Teams');
    expect([...page.querySelectorAll('a')].map((one) => [one.textContent.trim(), one.href])).toEqual([
      ['Open the record', link],
    ]);
    expect(page.body.textContent).toContain(
      'Sent by Duologue for Priya Raman when the meeting closed, as the one-to-one policy asks (OUT-4). Private jottings are never in this mail.',
    );
  });

  it('leaves out what there is nothing of, and names no clause where none asks', async () => {
    const { page } = await shown(
      summaryOf({ actions: [], doneSince: [], discussed: [], carried: [], next: null, clause: null }),
    );
    expect([...page.querySelectorAll('h2')].map((one) => one.textContent)).toEqual(['Actions', 'Next one-to-one']);
    expect(sectionOf(page, 'Actions')).toBe('We agreed no actions this time.');
    expect(sectionOf(page, 'Next one-to-one')).toBe('It is not in the calendar yet.');
    expect(page.body.textContent).toContain('Sent by Duologue for Priya Raman when the meeting closed. Private');
  });

  it('gives times on the wall clock of the zone', async () => {
    const { page, subject } = await shown(
      summaryOf({
        start: '2026-07-01T22:30:00.000Z',
        next: { start: '2026-07-15T22:30:00.000Z', end: '2026-07-15T23:00:00.000Z' },
      }),
    );
    expect(subject).toContain('on 1 July: 3 actions, next on 15 July');
    expect(sectionOf(page, 'Next one-to-one')).toBe('Wednesday 15 July 2026, 23:30 to 00:00, in Teams');
  });

  it('fetches nothing and shows no pictures', async () => {
    const { page, html } = await shown(summaryOf());
    expect(page.querySelectorAll('img, script, link, iframe, [background]')).toHaveLength(0);
    expect(html).not.toMatch(/@import|url\(/);
    const addresses = [...html.matchAll(/https?:\/\/[^"'\s<>)]+/g)].map(([address]) => address);
    expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org/1999/xhtml', link.replaceAll('&', '&amp;')]));
  });

  it('stands well in Outlook: a language, tables that say they are layout, 600 wide at most', async () => {
    const { page, html } = await shown(summaryOf());
    expect(page.documentElement.lang).toBe('en-GB');
    expect(html).toContain('<!--[if mso');
    const layout = [...page.querySelectorAll('table')].filter(
      (table) => table.querySelector('th') === null || table.querySelector('table') !== null,
    );
    expect(layout.every((table) => table.getAttribute('role') === 'presentation')).toBe(true);
    expect(html).toContain('max-width:600px');
  });

  it('is the same for the same summary', async () => {
    expect((await shown(summaryOf())).html).toBe((await shown(summaryOf())).html);
  });

  it.each(hostileTexts)('shows what was typed and nothing else comes of it when it is %s', async (_, text) => {
    const name = { id: 'employee', name: text, givenName: text };
    const typed = (words: string): Summary =>
      summaryOf({ actions: [action(words)], doneSince: [words], discussed: [words], carried: [words] });
    const plain = await shown(typed('x'));
    const { page, html, subject } = await shown({ ...typed(text), employee: name });
    expect(page.querySelectorAll('*')).toHaveLength(plain.page.querySelectorAll('*').length);
    expect(page.querySelector('td.cell')?.textContent).toBe(text.replaceAll(/\p{Cc}+/gu, ' '));
    expect(html).not.toContain('root:');
    expect(subject).toBe('Our one-to-one on 26 November: 1 action, next on 10 December');
  });
});
