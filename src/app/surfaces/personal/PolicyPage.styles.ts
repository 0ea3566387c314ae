import { makeStyles, tokens } from '@fluentui/react-components';

export const usePolicyPageStyles = makeStyles({
  clauses: { display: 'flex', flexDirection: 'column', margin: 0 },
  clause: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomWidth: 0 },
  },
  words: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});
