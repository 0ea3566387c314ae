import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useEmptyStateStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  words: typographyStyles.body1,
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});
