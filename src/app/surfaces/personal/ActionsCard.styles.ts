import { makeStyles, tokens } from '@fluentui/react-components';

export const useActionsCardStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground3 },
});
