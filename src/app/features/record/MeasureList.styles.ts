import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useMeasureListStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  measure: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  name: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  actual: { ...typographyStyles.body1Strong, marginInlineStart: 'auto', whiteSpace: 'nowrap' },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  add: { marginInlineStart: 'auto' },
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  none: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
