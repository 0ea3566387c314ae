import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useNewsListStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    outlineStyle: 'none',
  },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
});
