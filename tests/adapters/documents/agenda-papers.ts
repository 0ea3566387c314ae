import type { AgendaForPaper } from '#server/ports/documents.ts';

/** An agenda for Thursday 10 December 2026. */
export function agendaFor(change: Partial<AgendaForPaper> = {}): AgendaForPaper {
  return {
    start: '2026-12-10T10:00:00.000Z',
    end: '2026-12-10T10:45:00.000Z',
    zone: 'Europe/London',
    supervisorName: 'Priya Raman',
    employeeName: 'Tomasz Zieliński',
    items: [
      { title: 'Actions from last time', note: null, raisedByName: null, urgent: false, minutes: 5 },
      {
        title: 'Alder Court handover',
        note: 'Keys and gas certificates.\nWho calls?',
        raisedByName: 'Tomasz Zieliński',
        urgent: true,
        minutes: 15,
      },
    ],
    actions: [{ text: 'Chase gas-check dates', ownerName: 'Tomasz Zieliński', dueOn: '2026-11-27' }],
    link: 'http://localhost:3978/tab.html#/meetings/1?from=mail&x=1',
    ...change,
  };
}

/** Text that would do harm, or look odd, wherever it is put in as it is; each with what it tries. */
export const hostileTexts = [
  ['closing the table it stands in', '</td></tr></table><script>alert(1)</script>'],
  ['closing the tag of the mail language', '</mj-text><mj-include path="/etc/passwd" /><mj-raw>'],
  ['leaving an attribute', '"><img src=x onerror=alert(1)>'],
  ['adding an attribute', "' onmouseover='alert(1)"],
  ['looking like a template or an entity', '{{name}} <%= 1 %> ${1} &lt; &amp;amp;'],
  ['adding a header', 'Line one\r\nBcc: everybody@example.org\r\n\r\nLine two'],
  ['writing from right to left', 'مرحبا بالعالم \u202e שלום'],
  ['using pictures', '👩🏽‍💻 😀 e\u0301'],
  ['never breaking the line', 'W'.repeat(300)],
  ['steering a terminal', 'null \u0000 and \u001b[31m'],
] as const;
