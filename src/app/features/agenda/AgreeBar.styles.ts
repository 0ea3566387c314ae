import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useAgreeBarStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  bar: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalS },
  stacked: { flexWrap: 'wrap', alignItems: 'flex-start' },
  icon: { display: 'inline-flex', flexShrink: 0, alignSelf: 'flex-start', color: tokens.colorNeutralForeground3 },
  agreed: { color: tokens.colorStatusSuccessForeground1 },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: 0, minWidth: 0 },
  head: { ...typographyStyles.body1 },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  over: { color: tokens.colorStatusWarningForeground3 },
  button: { flexShrink: 0 },
  full: { flexBasis: '100%' },
});
