export const cautionText = {
  'caution.hide': 'Hide',
} as const;
