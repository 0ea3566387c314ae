import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useDutyListStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  duty: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  title: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  tools: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXS },
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  field: { ...typographyStyles.caption1, display: 'flex', flexDirection: 'column' },
  adding: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, maxWidth: '360px' },
  add: { alignSelf: 'flex-start' },
});
