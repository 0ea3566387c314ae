/** Name under which an item in Outlook carries the id of the promise that made it. Never to be changed: old items are found by it. */
const effectProperty = 'String {5f1c4f0a-7a3e-4d0b-9b57-2c6d1b8e4a90} Name duologueEffect';

/** The extended property that marks an item as made by a promise. */
export function effectMark(effectId: string): { readonly id: string; readonly value: string } {
  return { id: effectProperty, value: effectId };
}

/** The filter that finds items by their mark. */
export function effectFilter(effectId: string): string {
  return `singleValueExtendedProperties/Any(ep: ep/id eq '${effectProperty}' and ep/value eq '${odataText(effectId)}')`;
}

/** Text as it stands between quotes in an OData filter. */
export function odataText(text: string): string {
  return text.replaceAll("'", "''");
}
