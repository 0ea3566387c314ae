import type { TextSpan } from './due-phrase.ts';

/** Somebody who may own an action. */
export interface Namesake {
  readonly id: string;
  readonly givenName: string;
  readonly displayName: string;
}

/** Who is to do something, and the words that said so. */
export interface OwnerPhrase {
  readonly ownerId: string;
  readonly matched: TextSpan;
  /** Where the doing begins, when the words before it can go: "Tomasz to send" becomes "send". Null: they belong to the sentence. */
  readonly doingFrom: number | null;
}

interface Name {
  readonly id: string;
  readonly folded: string;
}

/** Letter for letter without case or accents, so that places in the text stay the same. */
function fold(text: string): string {
  return Array.from(text, (letter) => {
    const plain = letter.normalize('NFD').replace('ł', 'l').replace('Ł', 'l').charAt(0).toLowerCase();
    return letter.length === 1 && plain.length === 1 ? plain : letter;
  }).join('');
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const edge = String.raw`[\p{L}\d'’\-]`;
const willDo = String.raw`(?:['’]ll|\s+will|\s+to|\s+is\s+to|\s+is\s+going\s+to|\s+(?:should|must|needs\s+to))\s+`;
// "Ask Tomasz to send it" is something to do for whoever asks.
const askedOf =
  /(?:^|\s)(?:ask|asks|asking|remind|reminds|tell|tells|get|help|helps|invite|encourage|want|wants|need|expect|support|let|allow|for|with|and|from|to)\s+$/iu;

/** Longest first, each meaning one person only: a given name two share names nobody. */
function namesOf(people: readonly Namesake[]): Name[] {
  const names = people.flatMap(({ id, givenName, displayName }) => [
    { id, folded: fold(displayName.trim()) },
    { id, folded: fold(givenName.trim()) },
  ]);
  return names
    .filter(({ folded, id }) => folded !== '' && names.every((other) => other.folded !== folded || other.id === id))
    .sort((one, other) => other.folded.length - one.folded.length);
}

function leading(text: string, name: string, ownerId: string, bareAllowed: boolean): OwnerPhrase | null {
  const intent = new RegExp(
    String.raw`^\s*(?:@?(?<name>${name})(?:${willDo}|\s*[:,–]\s*|\s+-\s+)|@(?<called>${name})\s+)`,
    'iu',
  ).exec(text);
  const bare = bareAllowed
    ? new RegExp(String.raw`^\s*@?(?<name>${name})\s+(?!and\b|or\b|is\b|has\b|was\b)`, 'iu').exec(text)
    : null;
  const match = intent ?? bare;
  if (match === null) return null;
  const said = match.groups?.['name'] ?? match.groups?.['called'] ?? '';
  const start = match[0].indexOf(said);
  const matched = { start, end: start + said.length };
  return { ownerId, matched, doingFrom: intent === null ? null : intent[0].length };
}

function trailing(text: string, { id, folded }: Name): OwnerPhrase | null {
  const match = new RegExp(String.raw`(?:\(|\s[-–]\s*|@)(?<name>${escape(folded)})\)?[\s.]*$`, 'iu').exec(text);
  if (match === null) return null;
  return { ownerId: id, matched: { start: match.index, end: text.length }, doingFrom: null };
}

function within(text: string, { id, folded }: Name): OwnerPhrase | null {
  for (const match of text.matchAll(new RegExp(String.raw`(?<!${edge})${escape(folded)}(?=${willDo})`, 'giu'))) {
    if (askedOf.test(text.slice(0, match.index))) continue;
    return { ownerId: id, matched: { start: match.index, end: match.index + match[0].length }, doingFrom: null };
  }
  return null;
}

/** "I" is whoever writes, "you" the other of two. */
function pronoun(text: string, people: readonly Namesake[], authorId: string): OwnerPhrase | null {
  const mine = leading(text, 'i|me', authorId, false);
  if (mine !== null) return mine;
  const plain = /^\s*(i)\s+(?!am\b|was\b|have\b|had\b|think\b|feel\b)/iu.exec(text);
  if (plain !== null) {
    const start = plain[0].search(/i/iu);
    return { ownerId: authorId, matched: { start, end: start + 1 }, doingFrom: plain[0].length };
  }
  const others = people.filter(({ id }) => id !== authorId);
  return others[0] !== undefined && others.length === 1 ? leading(text, 'you', others[0].id, false) : null;
}

/** Reads who is to do what was typed; null when it names nobody. */
export function readOwnerPhrase(text: string, people: readonly Namesake[], authorId: string): OwnerPhrase | null {
  const folded = fold(text);
  const spoken = pronoun(folded, people, authorId);
  if (spoken !== null) return spoken;
  const names = namesOf(people);
  const ways = [
    (name: Name) => leading(folded, escape(name.folded), name.id, true),
    (name: Name) => trailing(folded, name),
    (name: Name) => within(folded, name),
  ];
  for (const way of ways) {
    for (const name of names) {
      const phrase = way(name);
      if (phrase !== null) return phrase;
    }
  }
  return null;
}
