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
  return (header === undefined ? [] : partsOf(header)).flatMap((part) => {
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

const CONFIRMED = ['outlook.timezone', 'outlook.body-content-type', 'return'];

/** The `Preference-Applied` header that confirms what was asked of Outlook's items; nothing where there is nothing to confirm. */
export function preferencesApplied(header: string | undefined, template: string): Record<string, string> {
  if (
    header === undefined ||
    !/^\/(me|users\/\{user-id\})\/(events|calendar|messages|mailFolders|findMeeting)/.test(template)
  ) {
    return {};
  }
  const applied = partsOf(header).filter((part) => CONFIRMED.includes(part.split('=')[0]?.trim().toLowerCase() ?? ''));
  return applied.length === 0 ? {} : { 'Preference-Applied': applied.map((part) => part.trim()).join(', ') };
}

/** The preferences of a header, parted where a comma or semicolon stands outside quotes. */
function partsOf(header: string): string[] {
  return header.split(/[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/);
}
