import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const words = {
  ...typographyStyles.body1,
  display: 'flex',
  flexDirection: 'column',
  flexGrow: 1,
  minWidth: 0,
  overflowWrap: 'anywhere',
} as const;

export const usePromptListStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  title: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  prompt: {
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  words: { ...words },
  answered: { ...words, color: tokens.colorNeutralForeground3 },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  answer: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  keep: { alignSelf: 'flex-start' },
});
