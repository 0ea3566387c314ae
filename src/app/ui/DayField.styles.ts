import { makeStyles, tokens } from '@fluentui/react-components';

export const useDayFieldStyles = makeStyles({
  field: { minWidth: 0, maxWidth: '240px' },
  day: { width: '160px', maxWidth: '100%' },
  range: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
  },
});
