/** What can be written down canonically: JSON, and no number that JSON has no text for. */
export type Canonical =
  string | number | boolean | null | readonly Canonical[] | { readonly [name: string]: Canonical };

function compareNames(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The one text of a value, after RFC 8785: no spaces, the names of each object in the order of their UTF-16 code units, strings and
 * numbers as `JSON.stringify` writes them. Lists keep their order. Anybody who follows this gets the same text, and so the same fingerprint.
 * @throws RangeError for a number that is none
 */
export function canonicalText(value: Canonical): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('Only a number has a text');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((one: Canonical) => canonicalText(one)).join(',')}]`;
  const members = Object.entries(value)
    .sort(([one], [other]) => compareNames(one, other))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`);
  return `{${members.join(',')}}`;
}
