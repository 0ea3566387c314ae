/** What Graph's `Prefer` header may say, and in which form. */
const KNOWN: Readonly<Record<string, RegExp>> = {
  'outlook.timezone': /^"[^"]+"$/,
  'outlook.body-content-type': /^"(text|html)"$/i,
  'outlook.allow-unsafe-html': /^$/,
  'odata.maxpagesize': /^[1-9]\d*$/,
  idtype: /^"ImmutableId"$/i,
  return: /^(minimal|representation)$/,
  'respond-async': /^$/,
  'include-unknown-enum-members': /^$/,
};
/** Preferences about how an item is shown, which only Outlook's items and Planner's have. */
const OF_ITEMS = ['outlook.timezone', 'return'];

/** What is wrong with a `Prefer` header: a preference nobody knows, another form, or one that has no place here. */
export function preferenceFaults(header: string | undefined, isTaken: boolean): string[] {
  return (header === undefined ? [] : header.split(/[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/)).flatMap((part) => {
    const [name = '', value = ''] = part.split(/=(.*)/s).map((piece) => piece.trim());
    const form = KNOWN[name.toLowerCase()];
    if (form === undefined) {
      return [`${name} is no preference Graph knows`];
    }
    if (!form.test(value)) {
      return [`${name}=${value} is not written as Graph reads it`];
    }
    return OF_ITEMS.includes(name.toLowerCase()) && !isTaken ? [`${name} has no place in this operation`] : [];
  });
}
