import { makeStyles, tokens } from '@fluentui/react-components';

export const useMeasuresTabStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: '16px' },
  grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 360px), 1fr))', gap: '16px' },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
  field: { flexGrow: 1, flexBasis: '120px', maxWidth: '240px' },
  input: { minWidth: 0, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground3 },
});
