import { describe, expect, it } from 'vitest';
import { agendaHtml } from '#server/adapters/documents/agenda-html.ts';
import { agendaFor, hostileTexts } from './agenda-papers.ts';
import { shownPage } from './shown-page.ts';

describe('the agenda in the invitation', () => {
  it('[OUT-3] names no day above it, because a meeting moved in Outlook takes it along as it is', () => {
    const days = ['2026-12-10T10:00:00.000Z', '2026-12-17T10:00:00.000Z'].map((start) =>
      shownPage(agendaHtml(agendaFor({ start }))),
    );
    expect(days.map((page) => page.querySelector('h2')?.textContent)).toEqual(['Agenda', 'Agenda']);
  });

  it('names each item with its minutes and who raised it, then the actions to look back on, then the way in', () => {
    const page = shownPage(agendaHtml(agendaFor()));
    expect([...page.querySelectorAll('ol > li')].map((one) => one.textContent)).toEqual([
      'Actions from last time 5 min',
      'Alder Court handover 15 min, raised by Tomasz Zieliński, urgentKeys and gas certificates.Who calls?',
    ]);
    expect([...page.querySelectorAll('ul > li')].map((one) => one.textContent)).toEqual([
      'Chase gas-check dates Tomasz Zieliński, by Fri 27 Nov',
    ]);
    expect(page.querySelector('a')?.href).toBe(agendaFor().link);
    expect(page.body.textContent).toContain('Attached as a document: Agenda 10 December.pdf');
  });

  it('leaves out what there is nothing of', () => {
    expect(shownPage(agendaHtml(agendaFor({ actions: [] }))).querySelector('ul')).toBeNull();
  });

  it('has no styles but its own, no scripts and nothing to fetch', () => {
    const page = shownPage(agendaHtml(agendaFor()));
    expect(page.querySelectorAll('style, script, link, img, [class]')).toHaveLength(0);
  });

  it.each(hostileTexts)('shows what was typed and nothing else comes of it when it is %s', (_, text) => {
    const plain = shownPage(
      agendaHtml(agendaFor({ items: [{ title: 'x', note: 'x', raisedByName: 'x', urgent: false, minutes: 5 }] })),
    );
    const page = shownPage(
      agendaHtml(
        agendaFor({
          items: [{ title: text, note: text.split(/\r?\n/)[0] ?? '', raisedByName: text, urgent: false, minutes: 5 }],
        }),
      ),
    );
    expect(page.querySelectorAll('*')).toHaveLength(plain.querySelectorAll('*').length);
    const visible = text.replaceAll(/\p{Cc}+/gu, ' ');
    expect(page.querySelector('ol span')?.textContent).toBe(visible);
  });
});
