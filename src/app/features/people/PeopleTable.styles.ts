import { makeStyles, tokens } from '@fluentui/react-components';

const medium = '@media (max-width: 1100px)';
const small = '@media (max-width: 560px)';

export const usePeopleTableStyles = makeStyles({
  table: { minWidth: 0 },
  header: {
    [medium]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  },
  headerCell: { paddingInline: 0, minWidth: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns:
      'minmax(0, 2.4fr) minmax(0, 2.9fr) minmax(86px, 0.9fr) minmax(112px, 1.1fr) minmax(60px, 0.6fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    minHeight: '52px',
    paddingBlock: tokens.spacingVerticalXS,
    ':hover': { backgroundColor: 'transparent' },
    [medium]: {
      gridTemplateColumns: 'minmax(0, 1.3fr) minmax(0, 1fr) 104px',
      gridTemplateAreas: '"person asked next"',
      paddingBlock: tokens.spacingVerticalS,
    },
    [small]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridTemplateAreas: '"person next" "asked asked"',
      alignContent: 'center',
      rowGap: tokens.spacingVerticalXXS,
    },
  },
  body: { '> :last-child': { borderBottomWidth: 0 } },
  person: { height: 'auto', paddingInline: 0, minWidth: 0, [medium]: { gridArea: 'person' } },
  asked: { height: 'auto', minHeight: 0, paddingInline: 0, minWidth: 0, [medium]: { gridArea: 'asked' } },
  standing: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  last: { height: 'auto', paddingInline: 0, minWidth: 0, [medium]: { display: 'none' } },
  next: {
    height: 'auto',
    paddingInline: 0,
    minWidth: 0,
    [medium]: { gridArea: 'next', justifyContent: 'flex-end', textAlign: 'end' },
  },
  actions: { height: 'auto', paddingInline: 0, minWidth: 0, [medium]: { display: 'none' } },
  link: { color: 'inherit', textAlign: 'start', maxWidth: '100%' },
  quiet: { color: tokens.colorNeutralForeground3 },
});
