/** Reads a number as people type it: "1,200", "91%", "−3.5". Null when it is none. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/%$/, '').replace('−', '-').replaceAll(',', '').trim();
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
