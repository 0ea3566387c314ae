import { makeStyles, tokens } from '@fluentui/react-components';

export const usePairRulesStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: '16px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});
