import { makeStyles, tokens } from '@fluentui/react-components';

export const useMeasureChartStyles = makeStyles({
  spark: { width: '96px', height: '28px', flexShrink: 0, overflow: 'visible' },
  chart: { width: '100%', maxWidth: '480px', height: 'auto' },
  line: { fill: 'none', stroke: tokens.colorBrandForeground1, strokeWidth: '2px', strokeLinejoin: 'round' },
  dot: { fill: tokens.colorBrandForeground1 },
  target: { stroke: tokens.colorPaletteMarigoldBorderActive, strokeWidth: '1.5px', strokeDasharray: '5 3' },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: '1px' },
  label: { fill: tokens.colorNeutralForeground3, fontSize: '12px', fontFamily: tokens.fontFamilyBase },
});
