import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useChangeMeetingStyles = makeStyles({
  says: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  own: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
});
