import type { Caution } from '../policy/conversation-rules.ts';
import type { PointMark } from '../record/point.ts';

/** Words as they are compared: case, hyphens, kinds of apostrophe and invisible characters make no difference. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}']*/gu) ?? [];
}

function isWord(word: string | undefined, wanted: string, isOpen: boolean): boolean {
  if (word === undefined) return false;
  return isOpen ? word.startsWith(wanted) : word === wanted;
}

function stands(phrase: string, words: readonly string[]): boolean {
  const isOpen = phrase.endsWith('*');
  const wanted = wordsOf(phrase);
  if (wanted.length === 0) return false;
  return words.some((_, start) =>
    wanted.every((one, index) => isWord(words[start + index], one, isOpen && index === wanted.length - 1)),
  );
}

/**
 * The cautions that words, or the mark on them, bring to mind, in the policy's order (OUT-6, OD3a-7, FORM-8). Advice for whoever
 * writes, and for nobody else: nothing is kept of it, counted or refused.
 */
export function findCautions(
  written: { readonly text: string; readonly mark: PointMark | null },
  cautions: readonly Caution[],
): Caution[] {
  const words = wordsOf(written.text);
  return cautions.filter(
    ({ phrases, marks }) =>
      (written.mark !== null && marks.includes(written.mark)) || phrases.some((phrase) => stands(phrase, words)),
  );
}
