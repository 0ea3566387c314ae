import { createHash } from 'node:crypto';
import { escapeHtml } from './graph-text.ts';

const blockId = 'duologue-agenda';
/** Exchange puts `x_` before ids of mail it passes on. */
const blockStart = new RegExp(
  `<div\\b[^>]*\\bid=["']?(?:x_)?${blockId}["']?[\\s>][^>]*>|<div\\b[^>]*\\bid=["']?(?:x_)?${blockId}["']?>`,
  'i',
);
const divTag = /<div\b[^>]*>|<\/div\s*>/gi;

/** What tells one agenda block from another, whatever Outlook does to its spaces and attributes. */
function markOf(html: string): string {
  return `${blockId}-${createHash('sha256').update(html).digest('hex').slice(0, 16)}`;
}

/** Our block as it stands in the body: the agenda, inside a frame by which it is found again. */
export function agendaBlock(html: string): string {
  return `<div id="${blockId}"><div id="${markOf(html)}">${html}</div></div>`;
}

/** True when the body holds just this agenda already. */
export function holdsAgenda(body: string, html: string): boolean {
  const range = blockRange(body);
  return range !== null && body.slice(range.from, range.to).includes(markOf(html));
}

/**
 * The body with our block at its top, in place of an earlier one if there is one. Every other byte stays as it was, the
 * join block of the online meeting among them: without it Outlook makes the meeting one without Teams. Where somebody's
 * edit has drawn that join address into our block, the block is left to them and a new one put above.
 */
export function withAgenda(body: string, html: string, joinUrl: string | null): string {
  const found = blockRange(body);
  const isSafe = found !== null && !holdsLink(body.slice(found.from, found.to), joinUrl);
  const range = isSafe ? found : emptyRange(afterBodyTag(body));
  return body.slice(0, range.from) + agendaBlock(html) + body.slice(range.to);
}

/** True when the HTML holds the address, as it is or with its ampersands escaped. */
export function holdsLink(html: string, url: string | null): boolean {
  return url !== null && (html.includes(url) || html.includes(escapeHtml(url)));
}

/** The text of our block in a body; null where it has none. */
export function agendaBlockIn(body: string): string | null {
  const range = blockRange(body);
  return range === null ? null : body.slice(range.from, range.to);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function emptyRange(at: number): Range {
  return { from: at, to: at };
}

function afterBodyTag(body: string): number {
  const tag = /<body\b[^>]*>/i.exec(body);
  return tag === null ? 0 : tag.index + tag[0].length;
}

/** From our opening tag to the closing tag that belongs to it. An opening tag without one is not taken for a block. */
function blockRange(body: string): Range | null {
  const opening = blockStart.exec(body);
  if (opening === null) return null;
  let depth = 0;
  divTag.lastIndex = opening.index;
  for (let tag = divTag.exec(body); tag !== null; tag = divTag.exec(body)) {
    depth += tag[0].startsWith('</') ? -1 : 1;
    if (depth === 0) return { from: opening.index, to: tag.index + tag[0].length };
  }
  return null;
}
