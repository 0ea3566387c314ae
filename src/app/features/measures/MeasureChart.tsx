import type { MeasureView } from '#contract/measures.ts';
import { sayMonth } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { sayFigure, sayLatest, sayTrend } from './measure-words.ts';
import { scaleOf } from './scale.ts';
import { useMeasureChartStyles } from './MeasureChart.styles.ts';

const width = 320;
const height = 120;
const left = 40;
const bottom = 20;
const top = 8;
// From this range on, tenths at the axis say nothing.
const coarse = 5;

/** One measure over time with its range said at the axis and the target dashed. */
export function MeasureChart({ measure }: { readonly measure: MeasureView }) {
  const styles = useMeasureChartStyles();
  const { points, target, low, high } = scaleOf(measure);
  const x = (part: number) => left + part * (width - left - 12);
  const y = (part: number) => height - bottom - part * (height - bottom - top);
  const line = points.map((point) => `${String(x(point.x))},${String(y(point.y))}`).join(' ');
  const label = say('measure.picture', {
    name: measure.name,
    trend: sayTrend(measure),
    latest: sayLatest(measure),
    target: sayFigure(measure.target, measure.unit),
  });
  const ends = [points[0], points.at(-1)].filter((point) => point !== undefined);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={label}>
      {[low, high].map((value, index) => (
        <g key={value}>
          <line className={styles.grid} x1={left} x2={width - 12} y1={y(index)} y2={y(index)} />
          <text className={styles.label} x={left - 6} y={y(index) + 4} textAnchor="end">
            {sayFigure(high - low > coarse ? Math.round(value) : Math.round(value * 10) / 10, '')}
          </text>
        </g>
      ))}
      <line className={styles.target} x1={left} x2={width - 12} y1={y(target)} y2={y(target)} />
      <polyline className={styles.line} points={line} />
      {points.map((point) => (
        <circle key={point.on} className={styles.dot} cx={x(point.x)} cy={y(point.y)} r="2.5" />
      ))}
      {ends.map((point, index) => (
        <text
          key={`${point.on} ${String(index)}`}
          className={styles.label}
          x={x(point.x)}
          y={height - 4}
          textAnchor={index === 0 ? 'start' : 'end'}
        >
          {sayMonth(point.on)}
        </text>
      ))}
    </svg>
  );
}
