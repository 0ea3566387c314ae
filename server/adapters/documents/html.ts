/** Text made safe to stand in HTML and in MJML, also inside a quoted attribute; control characters are left out. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(/[\p{Cc}]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Text of several lines made safe, with its line breaks kept. */
export function escapeLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(escapeHtml)
    .join('<br>');
}
