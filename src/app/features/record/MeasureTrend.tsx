import type { MeasureView } from '#contract/measures.ts';
import { useMeasureTrendStyles } from './MeasureTrend.styles.ts';

interface MeasureTrendProps {
  readonly measure: MeasureView;
}

const width = 88;
const height = 24;
const edge = 3;

/** The readings as a line, the target dashed, scaled to what they span. Decoration: the same stands beside it in words. */
export function MeasureTrend({ measure }: MeasureTrendProps) {
  const styles = useMeasureTrendStyles();
  const { readings, target } = measure;
  if (readings.length < 2) return null;
  const values = [...readings.map(({ value }) => value), target];
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const y = (value: number): number => height - edge - ((value - low) / span) * (height - 2 * edge);
  const x = (index: number): number => edge + (index / (readings.length - 1)) * (width - 2 * edge);
  const path = readings
    .map(({ value }, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
    .join(' ');
  const last = readings.at(-1);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden focusable="false">
      <line x1={edge} x2={width - edge} y1={y(target)} y2={y(target)} className={styles.target} strokeDasharray="3 3" />
      <path className={styles.line} d={path} fill="none" strokeWidth={1.5} />
      {last !== undefined && <circle className={styles.last} cx={x(readings.length - 1)} cy={y(last.value)} r={2.5} />}
    </svg>
  );
}
