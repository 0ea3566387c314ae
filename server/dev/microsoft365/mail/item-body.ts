import { escapeHtml } from '../entra/pages/page-frame.ts';

const HEAD =
  '<html>\r\n<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head>\r\n<body>\r\n';
const FOOT = '\r\n</body>\r\n</html>\r\n';

/** The document Outlook keeps of a body: always HTML, in Outlook's own frame, scripts left out. */
export function keptBody(contentType: 'html' | 'text', content: string): string {
  const inner =
    contentType === 'text'
      ? `<div class="PlainText">${escapeHtml(content).replaceAll('\n', '<br>\r\n')}</div>`
      : innerHtml(content);
  return `${HEAD}${withoutScripts(inner)}${FOOT}`;
}

/** HTML without its scripts. */
export function withoutScripts(html: string): string {
  return html.replaceAll(/<script\b[\s\S]*?(?:<\/script\s*>|$)/gi, '');
}

/** What stands between the body tags, or the whole text when there are none. */
export function innerHtml(html: string): string {
  const found = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html);
  return (found?.[1] ?? html.replaceAll(/<\/?(html|head|body)[^>]*>/gi, ''))
    .replace(/^\r?\n/, '')
    .replace(/\r?\n$/, '');
}

/** The words of an HTML body, as Outlook gives them when asked for text. */
export function bodyText(html: string): string {
  return innerHtml(html)
    .replaceAll(/<style\b[\s\S]*?<\/style>/gi, '')
    .replaceAll(/<br[^>]*>|<\/(p|div|tr|li|h[1-6])>/gi, '\r\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/(\r\n\s*){3,}/g, '\r\n\r\n')
    .trim();
}

/** The first 255 characters of the words. */
export function bodyPreview(html: string): string {
  return bodyText(html).slice(0, 255);
}
