import { makeStyles, tokens } from '@fluentui/react-components';

export const useNeedCardStyles = makeStyles({
  pairOfFields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  looked: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
});
