import { makeStyles, tokens } from '@fluentui/react-components';

export const useRecordFormStyles = makeStyles({
  record: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  folded: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  fold: { alignSelf: 'flex-start' },
});
