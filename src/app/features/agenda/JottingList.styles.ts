import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const words = {
  ...typographyStyles.body1,
  justifyContent: 'flex-start',
  textAlign: 'start',
  flexGrow: 1,
  minWidth: 0,
  padding: 0,
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-wrap',
  ':hover': { textDecorationLine: 'underline' },
} as const;

export const useJottingListStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { paddingTop: 0 },
  },
  line: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  words: { ...words },
  sharedWords: { ...words, color: tokens.colorNeutralForeground3 },
  share: { flexShrink: 0 },
  onAgenda: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase300,
  },
  add: { display: 'flex', alignItems: 'flex-end', columnGap: tokens.spacingHorizontalS },
  box: { flexGrow: 1, minWidth: 0 },
  input: { minHeight: '32px', maxHeight: '160px' },
  editor: { display: 'flex', flexDirection: 'column', flexGrow: 1, rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  editorButtons: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  empty: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3 },
  private: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
  fixed: { flexShrink: 0 },
  hint: { display: 'flex', columnGap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3 },
});
