import { makeStyles, tokens } from '@fluentui/react-components';

export const usePersonHeadStyles = makeStyles({
  crumbs: { marginInlineStart: '-8px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
  },
  name: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  title: { margin: 0 },
  series: { minWidth: 0 },
  rhythm: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});
