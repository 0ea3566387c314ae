import { makeStyles, tokens } from '@fluentui/react-components';

export const usePairRulesStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: '16px', minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
