import { makeStyles, tokens } from '@fluentui/react-components';

export const useMeasureTrendStyles = makeStyles({
  target: { stroke: tokens.colorNeutralStroke1 },
  line: { stroke: tokens.colorBrandForeground1 },
  last: { fill: tokens.colorBrandForeground1 },
});
