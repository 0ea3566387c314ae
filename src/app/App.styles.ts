import { makeStyles, tokens } from '@fluentui/react-components';

export const useAppStyles = makeStyles({
  ground: { minHeight: '100%', backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1 },
});
