/** The words of a first day and a last. */
export const rangeText = {
  'range.from': 'First day',
  'range.until': 'Last day',
  'range.missing': 'Choose a day.',
  'range.past': 'Choose today or a later day.',
  'range.order': 'Choose the first day or a later one.',
} as const;
