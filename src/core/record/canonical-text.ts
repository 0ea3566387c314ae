/** What can be written down canonically: JSON with whole numbers only, so that one value has one text. */
export type Canonical =
  string | number | boolean | null | readonly Canonical[] | { readonly [name: string]: Canonical };

function compareNames(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The one text of a value, after RFC 8785: no spaces, the names of each object in the order of their UTF-16 code units, strings as
 * `JSON.stringify` escapes them. Lists keep their order. Anybody who follows this gets the same text, and so the same fingerprint.
 * @throws RangeError for a number that is not whole
 */
export function canonicalText(value: Canonical): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('Only whole numbers have one canonical text');
    return String(value === 0 ? 0 : value);
  }
  if (Array.isArray(value)) return `[${value.map((one: Canonical) => canonicalText(one)).join(',')}]`;
  const members = Object.entries(value)
    .sort(([one], [other]) => compareNames(one, other))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`);
  return `{${members.join(',')}}`;
}
