import { expect, test } from 'vitest';
import { answeringSubject, paragraphs, quotedMail } from '#server/dev/teams-host/graph/mail-changes.ts';

test('what is typed is sent as paragraphs, never as HTML', () => {
  expect(paragraphs('Ask <Tom>\n\n& "me"')).toBe(
    '<p style="margin:0">Ask &lt;Tom&gt;</p><p style="margin:0">&nbsp;</p><p style="margin:0">&amp; &quot;me&quot;</p>',
  );
});

test('an answer says RE once, and quotes what it answers without its frame', () => {
  expect([
    answeringSubject('RE', 'Rota'),
    answeringSubject('RE', 're: Rota'),
    answeringSubject('FW', 'RE: Rota'),
  ]).toEqual(['RE: Rota', 're: Rota', 'FW: RE: Rota']);
  const quoted = quotedMail({
    from: 'Priya <P>',
    at: 'Thu 26 November 2026, 10:00',
    subject: 'Rota',
    html: '<html><head><title>x</title></head><body class="a"><p>Text</p></body></html>',
  });
  expect(quoted).toContain('<b>From:</b> Priya &lt;P&gt;');
  expect(quoted.endsWith('<p>Text</p>')).toBe(true);
});
