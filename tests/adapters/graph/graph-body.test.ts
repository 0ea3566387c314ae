import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaBlock, agendaBlockIn, holdsAgenda, withAgenda } from '#server/adapters/graph/graph-body.ts';

const joinUrl =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%7d&anon=true';
const joinBlock = `<br>\r\n<div class="me-email-text" lang="en-GB"><div><a class="me-email-headline" href="${joinUrl.replaceAll('&', '&amp;')}">Join the meeting now</a></div></div>\r\n<div>____</div>`;

/** Words and tags as they are found in invitations, `div`s among them, opened and closed or not. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '<div>',
      '</div>',
      '<DIV class="x">',
      '<p dir="rtl">',
      '</p>',
      '<br>',
      '&amp;',
      '\r\n',
      '<div id="duologue">',
      '<span id=duologue-agenda>',
      '<!-- duologue-agenda -->',
    ),
    fc.string({ unit: 'grapheme' }),
  ),
);
const around = fc.tuple(pieces, pieces).map(([above, below]) => ({ above: above.join(''), below: below.join('') }));
const agendaHtml = fc.array(fc.constantFrom('<div>', 'Rota', ' & ', '😀', '<ol><li>', '</li></ol>')).map((parts) => {
  const inner = parts.join('');
  return inner + '</div>'.repeat(parts.filter((part) => part === '<div>').length);
});

describe('the agenda in an invitation', () => {
  it('goes above everything, and everything else keeps every byte', () => {
    fc.assert(
      fc.property(around, agendaHtml, ({ above, below }, html) => {
        fc.pre(agendaBlockIn(`${above}${joinBlock}${below}`) === null);
        const body = `<html><head></head><body lang="en">${above}${joinBlock}${below}</body></html>`;
        const after = withAgenda(body, html, joinUrl);
        expect(after).toBe(
          `<html><head></head><body lang="en">${agendaBlock(html)}${above}${joinBlock}${below}</body></html>`,
        );
        expect(holdsAgenda(after, html)).toBe(true);
      }),
    );
  });

  it('takes the place of an earlier one, and everything else keeps every byte', () => {
    fc.assert(
      fc.property(around, agendaHtml, agendaHtml, ({ above, below }, first, second) => {
        const body = `<body>${above}${joinBlock}${below}</body>`;
        fc.pre(agendaBlockIn(body) === null);
        const twice = withAgenda(withAgenda(body, first, joinUrl), second, joinUrl);
        expect(twice).toBe(withAgenda(body, second, joinUrl));
        expect(holdsAgenda(twice, second)).toBe(true);
        expect(holdsAgenda(twice, first)).toBe(first === second);
      }),
    );
  });

  it('is found where somebody put words above it, and where Exchange put x_ before its id', () => {
    const body = `<body><p>Typed above</p>${agendaBlock('<ol><li>Rota</li></ol>').replace('id="duologue', 'style="color:red" id=\'x_duologue')}<p>Typed below</p>${joinBlock}</body>`;
    const after = withAgenda(body, 'New', joinUrl);
    expect(after).toBe(`<body><p>Typed above</p>${agendaBlock('New')}<p>Typed below</p>${joinBlock}</body>`);
  });

  it('never takes the join block with it where an edit has drawn that into our block', () => {
    const torn = `<body><div id="duologue-agenda"><p>Old</p>${joinBlock}</div></body>`;
    const after = withAgenda(torn, 'New', joinUrl);
    expect(after).toContain(joinBlock);
    expect(after.indexOf(agendaBlock('New'))).toBe('<body>'.length);
  });

  it('leaves a block alone that was never closed', () => {
    const open = `<body><div id="duologue-agenda"><p>Old</p>${joinBlock}</body>`;
    expect(withAgenda(open, 'New', joinUrl)).toBe(open.replace('<body>', `<body>${agendaBlock('New')}`));
  });
});
