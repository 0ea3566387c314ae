import { addDays } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import { dayWordings, festiveWordings, workingDayUpTo } from './due-words.ts';
import type { DayWording, NamedDay } from './due-words.ts';

/** From one character of a text to before another. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A day somebody named in passing, and the words that did. */
export interface DuePhrase {
  readonly dueOn: LocalDate;
  /** With a leading by, on or before. */
  readonly matched: TextSpan;
}

interface Reading extends DuePhrase {
  readonly weight: number;
}

const byWords = String.raw`(?:due\s+)?(?:by|before|until|till|no\s+later\s+than|not\s+later\s+than)`;
const edge = String.raw`[\p{L}\d'’\-]`;
// Said of days gone by, or of every such day.
const blockers =
  /(?:^|\s)(?:last|past|previous|since|from|every|each|per|of|after|first|second|third|fourth|other|the)\s+$/iu;
const shortWeekday = /^(?:mon|tues?|weds?|thu|fri|sat|sun)$/;

function pattern(wording: DayWording, lead: string): RegExp {
  return new RegExp(String.raw`(?<!${edge})${lead}(?:${wording.body})(?:\s+at\s+the\s+latest)?(?!${edge})`, 'giu');
}

const readers = [
  ...dayWordings.map((wording) => ({
    wording,
    pattern: pattern(wording, String.raw`(?:(?<lead>${byWords}|due(?:\s+on)?|on)\s+)?`),
  })),
  ...festiveWordings.map((wording) => ({ wording, pattern: pattern(wording, String.raw`(?<lead>by|before)\s+`) })),
];

function dueFrom(named: NamedDay, lead: string, today: LocalDate): LocalDate {
  if (!lead.endsWith('before')) return named.on;
  const dayBefore = workingDayUpTo(addDays(named.begins, -1));
  return dayBefore < today ? today : dayBefore;
}

/** How surely words in this place name when something is due; null where they only mention a day. */
function weightOf(wording: DayWording, words: string, lead: string, before: string, after: string): number | null {
  const atEnd = /^[\s.,;!]*$/.test(after);
  const nearEnd = /^\s+(?:morning|afternoon|evening|lunchtime|noon|at\s+\d\S*(?:\s*[ap]m)?)[\s.,;!]*$/iu.test(after);
  const atStart = /^\W*$/u.test(before);
  const introduces = atStart && /^\s*[,:]/.test(after);
  const byWeight = lead !== '' && lead !== 'on' ? 4 : 0;
  if (lead === '' && (blockers.test(before) || shortWeekday.test(words))) return null;
  if (atEnd || nearEnd) return byWeight + 3;
  if (atStart && (lead !== '' || wording.clear || introduces)) return byWeight + 2;
  const namesWeekday = /^(?:this|next)\s+(?!week|month|year|morning|afternoon|evening)/iu.test(words);
  return lead !== '' || namesWeekday ? byWeight + 1 : null;
}

function readingsOf(text: string, today: LocalDate): Reading[] {
  return readers.flatMap(({ wording, pattern: expression }) =>
    [...text.matchAll(expression)].flatMap((match): Reading[] => {
      const words = match.groups ?? {};
      const lead = (words['lead'] ?? '').toLowerCase();
      const end = match.index + match[0].length;
      const weight = weightOf(wording, match[0], lead, text.slice(0, match.index), text.slice(end));
      const named = weight === null ? null : wording.read(words, today);
      if (weight === null || named === null) return [];
      return [{ dueOn: dueFrom(named, lead, today), matched: { start: match.index, end }, weight }];
    }),
  );
}

/** Reads when something is due from what somebody typed: "by Friday", "in two weeks", "end of the month". The surest wording wins, then the last, then the longest; never a day gone by. A weekday in mid-sentence is left alone unless by, on, before, until, this or next stands before it. */
export function readDuePhrase(text: string, today: LocalDate): DuePhrase | null {
  const length = ({ matched }: Reading): number => matched.end - matched.start;
  const [best] = readingsOf(text, today).sort(
    (one, other) => other.weight - one.weight || other.matched.end - one.matched.end || length(other) - length(one),
  );
  return best === undefined ? null : { dueOn: best.dueOn, matched: best.matched };
}
