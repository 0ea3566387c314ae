import { makeStyles, tokens } from '@fluentui/react-components';

export const useProposalRowStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1.2fr) minmax(0, 1.5fr) minmax(0, 1.2fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': {
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      '> :nth-child(n + 3)': { gridColumn: '2 / 3', justifySelf: 'start' },
    },
  },
  words: { minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});
