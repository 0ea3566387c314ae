/** Text made safe to stand in HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A plain note as the body of an invitation: a paragraph for every blank line, a break for every other. */
export function noteHtml(note: string): string {
  const paragraphs = note.trim().split(/\r?\n\s*\r?\n/);
  return paragraphs.map((one) => `<p>${escapeHtml(one).replaceAll(/\r?\n/g, '<br>')}</p>`).join('');
}

/** Text for a field that holds one line: no line breaks, no other control characters. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
}
