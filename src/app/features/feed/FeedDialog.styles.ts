import { makeStyles, tokens } from '@fluentui/react-components';

export const useFeedDialogStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  address: { flexGrow: 1, minWidth: '140px' },
  how: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
});
