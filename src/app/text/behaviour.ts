export const behaviourText = {
  'behaviour.field': 'Shows one of: {title}',
  'behaviour.none': 'None in particular',
} as const;
