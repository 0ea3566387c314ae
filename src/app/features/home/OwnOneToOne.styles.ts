import { makeStyles, tokens } from '@fluentui/react-components';

export const useOwnOneToOneStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
});
