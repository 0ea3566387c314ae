import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useAdjournFormStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    flexBasis: '100%',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
});
