/** Cuts a text at a sign, but not inside brackets or quotes. */
export function splitOutside(text: string, sign: string): string[] {
  const parts: string[] = [];
  let [from, depth, isQuoted] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "'") {
      isQuoted = !isQuoted;
    } else if (!isQuoted) {
      depth += character === '(' ? 1 : character === ')' ? -1 : 0;
      if (character === sign && depth === 0) {
        parts.push(text.slice(from, at));
        from = at + 1;
      }
    }
  }
  return [...parts, text.slice(from)];
}
