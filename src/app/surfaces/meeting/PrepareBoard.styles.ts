import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const narrow = '@media (max-width: 900px)';

// The joint agenda comes first wherever there is one column; beside each other it stands between the two lists.
export const usePrepareBoardStyles = makeStyles({
  board: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 26fr) minmax(0, 43fr) minmax(0, 26fr)',
    gap: '16px',
    alignItems: 'start',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  yours: { gridColumn: '1', gridRow: '1', [narrow]: { gridRow: '2' } },
  joint: { gridColumn: '2', gridRow: '1', [narrow]: { gridColumn: '1' } },
  theirs: { gridColumn: '3', gridRow: '1', [narrow]: { gridColumn: '1', gridRow: '3' } },
  stack: { display: 'flex', flexDirection: 'column', rowGap: '16px', minWidth: 0 },
  shadow: { boxShadow: tokens.shadow4 },
  progress: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  bar: { flexGrow: 1 },
  quiet: { ...typographyStyles.caption1, whiteSpace: 'nowrap', color: tokens.colorNeutralForeground3 },
});
