import { makeStyles, tokens } from '@fluentui/react-components';

export const useSaveStatusStyles = makeStyles({
  status: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
});
