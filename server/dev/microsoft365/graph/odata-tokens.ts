/** A piece of a filter and where in the text it begins. */
export interface Token {
  text: string;
  at: number;
}

const TOKEN =
  /\s*('[^']*(?:''[^']*)*'|\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?|[(),:]|[^\s(),:']+(?:'[^']*(?:''[^']*)*')?)/iy;

/** Cuts a filter into quoted texts, times, signs and words; null at the place of what cannot be read. */
export function tokensOf(text: string): { tokens: Token[]; unreadAt: number | null } {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text)?.[1];
    if (found === undefined) {
      return { tokens, unreadAt: from };
    }
    tokens.push({ text: found, at: TOKEN.lastIndex - found.length });
  }
  return { tokens, unreadAt: null };
}

/** What a word stands for by itself, or undefined when it names a property. */
export function literal(word: string): { value: string | number | boolean | null } | undefined {
  if (word.endsWith("'")) {
    // A quoted text, or one with its type before it, as in microsoft.graph.importance'high'.
    return { value: word.slice(word.indexOf("'") + 1, -1).replaceAll("''", "'") };
  }
  if (/^(?:true|false)$/i.test(word)) {
    return { value: word.toLowerCase() === 'true' };
  }
  if (word === 'null') {
    return { value: null };
  }
  if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(word)) {
    return { value: Number(word) };
  }
  const isDate = /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(word);
  const isGuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(word);
  return isDate || isGuid ? { value: word } : undefined;
}
