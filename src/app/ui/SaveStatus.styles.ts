import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useSaveStatusStyles = makeStyles({
  status: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
});
