import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useChangeMeetingStyles = makeStyles({
  surface: { maxWidth: 'min(560px, calc(100vw - 32px))' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  button: { whiteSpace: 'nowrap' },
  says: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  own: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
});
