import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const usePolicyLineStyles = makeStyles({
  line: {
    ...typographyStyles.caption1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});
