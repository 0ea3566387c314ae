const names = new Map<string, string>();
const mostValues = 32;

/**
 * The name under which a connection keeps the plan of a statement that is asked again and again. Undefined: many rows are
 * written at once, and their number makes the text another each time.
 */
export function nameOf(text: string, values: readonly unknown[]): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (values.length > mostValues && /^\s*insert/.test(text)) return undefined;
  const name = `duologue_${names.size}`;
  names.set(text, name);
  return name;
}
