import type { MeasureView } from '#contract/measures.ts';
import { scaleOf } from './scale.ts';
import { useMeasureChartStyles } from './MeasureChart.styles.ts';

const width = 96;
const height = 28;

/** How a measure moved, at a glance, its target dashed. The same stands beside it in words. */
export function Sparkline({ measure }: { readonly measure: MeasureView }) {
  const styles = useMeasureChartStyles();
  const { points, target } = scaleOf(measure);
  const line = points.map(({ x, y }) => `${String(x * (width - 4) + 2)},${String(height - y * height)}`).join(' ');
  const level = String(height - target * height);
  return (
    <svg className={styles.spark} viewBox={`0 0 ${String(width)} ${String(height)}`} aria-hidden="true">
      <line className={styles.target} x1="0" x2={width} y1={level} y2={level} />
      <polyline className={styles.line} points={line} />
    </svg>
  );
}
