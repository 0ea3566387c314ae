export const cautionText = {
  'caution.onlyYou': 'Only you see this, and only now',
  'caution.hide': 'Hide',
} as const;
