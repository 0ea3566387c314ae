export const agreedLengthText = {
  'agreedLength.agree': 'Agree, {used} of {minutes} min',
  'agreedLength.isPart': 'How long it takes is part of what you agree.',
  'agreedLength.over':
    '{count, plural, one {One minute} other {# minutes}} more than the meeting has. Something may take less, or wait for another time.',
} as const;
