import { graphInstant } from '../calendar/local-time.ts';
import { escapeHtml } from '../entra/pages/page-frame.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import { innerHtml } from './item-body.ts';

/** The body of an answer: what is said now, a line, who wrote what before to whom, and those words. */
export function answerBody(comment: string, original: StoredMessage): StoredMessage['body'] {
  const { contentType, content } = original.body;
  const words =
    contentType === 'html'
      ? innerHtml(content)
      : `<div class="PlainText">${escapeHtml(content).replaceAll('\n', '<br>\r\n')}</div>`;
  const said = /<\w+[^>]*>/.test(comment) ? innerHtml(comment) : escapeHtml(comment).replaceAll('\n', '<br>\r\n');
  return {
    contentType: 'html',
    content:
      `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${said}` +
      `<hr tabindex="-1" style="display:inline-block; width:98%">\r\n<div id="divRplyFwdMsg" dir="ltr">` +
      `${headLine('From', [original.from])}<b>Sent:</b> ${graphInstant(original.createdAt)}<br>\r\n` +
      `${headLine('To', original.to)}${headLine('Cc', original.cc)}` +
      `<b>Subject:</b> ${escapeHtml(original.subject)}<div>&nbsp;</div></div>\r\n${words}</body></html>`,
  };
}

function headLine(name: string, people: StoredMessage['to']): string {
  const written = people.map((one) => `${escapeHtml(one.name)} &lt;${escapeHtml(one.address)}&gt;`).join('; ');
  return people.length === 0 ? '' : `<b>${name}:</b> ${written}<br>\r\n`;
}

/** A subject with the mark of an answer before it, once. */
export function answerSubject(mark: 'RE' | 'FW', subject: string): string {
  return `${mark}: ${subject.replace(/^(?:\s*(?:re|fw|fwd|aw|wg)\s*:\s*)+/i, '')}`;
}
