export const hintsText = {
  'hints.title': 'Hints for the conversation',
  'hints.yours': 'Offered to you by your policy. Use what helps, leave the rest.',
} as const;
