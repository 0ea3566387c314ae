import { makeStyles, tokens } from '@fluentui/react-components';

const medium = '@media (max-width: 1100px)';
const small = '@media (max-width: 560px)';

export const useTodayCardStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(150px, 1fr) minmax(180px, 1.2fr) minmax(200px, auto)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { paddingTop: 0 },
    ':last-child': { borderBottomWidth: 0, paddingBottom: 0 },
    [medium]: { gridTemplateColumns: '64px minmax(0, 1fr) auto' },
    [small]: { gridTemplateColumns: '64px minmax(0, 1fr)' },
  },
  time: { alignSelf: 'start' },
  standing: { [medium]: { gridColumn: '2 / 3', gridRow: 2 } },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    [medium]: { gridRow: '1 / span 2', gridColumn: '3 / 4', flexDirection: 'column' },
    [small]: { gridRow: 'auto', gridColumn: '2 / 3', flexDirection: 'row', justifyContent: 'flex-start' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});
