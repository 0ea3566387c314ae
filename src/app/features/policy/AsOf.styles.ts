import { makeStyles, tokens } from '@fluentui/react-components';

export const useAsOfStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    marginInlineStart: 'auto',
  },
  field: { gridTemplateColumns: 'auto auto', columnGap: tokens.spacingHorizontalS },
});
