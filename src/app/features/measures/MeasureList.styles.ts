import { makeStyles, tokens } from '@fluentui/react-components';

export const useMeasureListStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  words: { flexGrow: 1, flexBasis: '140px', minWidth: 0 },
  figure: { marginInlineStart: 'auto', minWidth: '76px', textAlign: 'end' },
  quiet: { color: tokens.colorNeutralForeground3 },
});
