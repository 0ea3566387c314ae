import { readFileSync } from 'node:fs';

/** Where it is written what is imitated, from the project's root. */
export const FIDELITY_DOCUMENT = 'docs/local-microsoft-365.md';

const DOCUMENT = new URL(`../../../../${FIDELITY_DOCUMENT}`, import.meta.url);

/** One part of the document: which addresses it speaks of, and the cells of its rows. */
export interface FidelitySection {
  name: string;
  /** Below `/v1.0`, with `/me` for everybody; `…` at the end stands for everything below. */
  addresses: string[];
  rows: string[][];
}

/** The sections of the document that says what is imitated. */
export function fidelitySections(): FidelitySection[] {
  return readFileSync(DOCUMENT, 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((text) => ({
      name: text.split('\n', 1)[0]?.trim() ?? '',
      addresses: [...(/^Addresses: (.*)$/m.exec(text)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, one = '']) => one),
      rows: text
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .slice(2)
        .map((line) =>
          line
            .replace(/^\|/, '')
            .replace(/\|\s*$/, '')
            .split(/(?<!\\)\|/)
            .map((cell) => cell.trim()),
        ),
    }));
}

/** The section an address belongs to, by the longest that fits; null when none does. */
export function sectionOf(sections: readonly FidelitySection[], address: string): FidelitySection | null {
  const asked = address.replace(/^\/users\/[^/]+/, '/me');
  const fitting = sections.flatMap((section) =>
    section.addresses.filter((one) => isUnder(asked, one)).map((one) => ({ section, length: one.length })),
  );
  return fitting.toSorted((one, other) => other.length - one.length)[0]?.section ?? null;
}

function isUnder(address: string, pattern: string): boolean {
  const [asked, wanted] = [address.toLowerCase(), pattern.toLowerCase()];
  const all = wanted.replace(/…$/, '');
  return asked === all || (wanted.endsWith('…') && asked.startsWith(`${all}/`));
}

/** What somebody has to write down before an operation may be answered. */
export function missingRow(method: string, address: string): string {
  const section = sectionOf(fidelitySections(), address)?.name ?? 'Not emulated';
  return (
    `The local Microsoft 365 has no ${method} ${address}. Add it under server/dev/microsoft365, ` +
    `and this row to ${FIDELITY_DOCUMENT}, section "${section}": ` +
    `| ${method} ${address}: what it does | where that is written | documented, reported, measured or chosen | its test |`
  );
}
