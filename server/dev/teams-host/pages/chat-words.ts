/** A stretch of a message: words, or words that lead somewhere. */
export interface MessagePart {
  readonly text: string;
  readonly link: string | undefined;
}

const lines = new Set(['P', 'DIV', 'LI', 'BLOCKQUOTE', 'H1', 'H2', 'H3', 'PRE', 'TR']);

/** A chat message's HTML as lines of words and links; nothing else of it is shown, so nothing in it can act. */
export function messageLines(html: string): MessagePart[][] {
  const out: MessagePart[][] = [[]];
  const endLine = (): void => {
    if (out.at(-1)?.length !== 0) out.push([]);
  };
  const walk = (node: Node, link: string | undefined): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ');
      if (text.trim() !== '' || (text !== '' && out.at(-1)?.length !== 0)) out.at(-1)?.push({ text, link });
      return;
    }
    if (!(node instanceof Element) || node.tagName === 'SCRIPT' || node.tagName === 'STYLE') return;
    if (node.tagName === 'BR') {
      out.push([]);
      return;
    }
    const isLine = lines.has(node.tagName);
    if (isLine) endLine();
    const href = node.tagName === 'A' ? node.getAttribute('href') : null;
    for (const child of node.childNodes) walk(child, href ?? link);
    if (isLine) endLine();
  };
  for (const child of new DOMParser().parseFromString(html, 'text/html').body.childNodes) walk(child, undefined);
  while (out.length > 0 && out.at(-1)?.length === 0) out.pop();
  return out;
}
