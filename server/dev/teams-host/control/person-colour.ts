/** Fluent's colours for people, in Duologue's order, so that a person looks the same in Teams and in the app. */
export const personColours = [
  'cranberry',
  'pumpkin',
  'peach',
  'marigold',
  'brass',
  'forest',
  'seafoam',
  'teal',
  'steel',
  'cornflower',
  'lavender',
  'grape',
  'lilac',
  'pink',
  'plum',
  'blue',
] as const;

/** The colour that stays with a person wherever they appear; the app finds it the same way. */
export function personColour(personId: string): (typeof personColours)[number] {
  let hash = 0;
  for (const letter of personId) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return personColours[hash % personColours.length] ?? 'steel';
}
