import { makeStyles, tokens } from '@fluentui/react-components';

export const useNeedsYouStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  icon: { color: tokens.colorNeutralForeground2 },
  words: { minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});
