import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useCaptureBoxStyles = makeStyles({
  capture: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  box: { width: '100%' },
  input: { maxHeight: '120px' },
  tags: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  tag: {
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  date: { width: '136px' },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  keys: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});
