import { makeStyles, tokens } from '@fluentui/react-components';

export const useArrangementStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  reasons: { display: 'flex', flexDirection: 'column' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  words: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});
