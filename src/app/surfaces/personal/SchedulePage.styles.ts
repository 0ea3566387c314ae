import { makeStyles, tokens } from '@fluentui/react-components';

export const useSchedulePageStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '316px minmax(0, 1fr)',
    gap: '16px',
    alignItems: 'start',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  others: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1.2fr) minmax(0, 1.4fr) minmax(0, 1.6fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': {
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      '> :nth-child(n + 3)': { gridColumn: '2 / 3' },
    },
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  controls: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
    gap: tokens.spacingHorizontalM,
    maxWidth: '560px',
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  promise: { flexGrow: 1, flexBasis: '240px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});
