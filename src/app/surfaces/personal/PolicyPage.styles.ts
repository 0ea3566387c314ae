import { makeStyles, tokens } from '@fluentui/react-components';

export const usePolicyPageStyles = makeStyles({
  clauses: { display: 'flex', flexDirection: 'column', margin: 0 },
  clause: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomWidth: 0 },
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});
