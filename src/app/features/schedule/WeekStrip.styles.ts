import { makeStyles, tokens } from '@fluentui/react-components';

export const useWeekStripStyles = makeStyles({
  strip: { display: 'flex', alignItems: 'center', minWidth: 0 },
  week: { flexGrow: 1, flexBasis: 0, minWidth: 0, display: 'flex', justifyContent: 'center' },
  month: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    whiteSpace: 'nowrap',
    overflow: 'visible',
    overflowWrap: 'normal',
    color: tokens.colorNeutralForeground3,
  },
  cell: {
    boxSizing: 'border-box',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '100%',
    maxWidth: '18px',
    height: '18px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    overflow: 'hidden',
  },
  free: {
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  moved: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  clash: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorPaletteDarkOrangeForeground1,
    border: `1px solid ${tokens.colorPaletteDarkOrangeForeground1}`,
  },
  skipped: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  // A line by its border: forced colours take backgrounds away.
  none: { width: '8px', maxWidth: '60%', borderTop: `2px solid ${tokens.colorNeutralStroke1}` },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  entry: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  sample: { width: '16px', display: 'inline-flex', justifyContent: 'center' },
});
