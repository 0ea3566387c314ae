import { Body1, Body1Strong, Caption1 } from '@fluentui/react-components';
import type { MeasureView } from '#contract/measures.ts';
import { say } from '../../text/say.ts';
import { sayFigure, sayLatest, sayTrend } from './measure-words.ts';
import { useMeasureListStyles } from './MeasureList.styles.ts';
import { Sparkline } from './Sparkline.tsx';

interface MeasureListProps {
  readonly measures: readonly MeasureView[];
}

/** Measures in rows: name and trend in words, the line, the latest figure against its target. */
export function MeasureList({ measures }: MeasureListProps) {
  const styles = useMeasureListStyles();
  return (
    <ul className={styles.list}>
      {measures.map((measure) => (
        <li key={measure.id} className={styles.row}>
          <span className={styles.words}>
            <Body1 block>{measure.name}</Body1>
            <Caption1 className={styles.quiet}>{sayTrend(measure)}</Caption1>
          </span>
          {measure.readings.length > 1 && <Sparkline measure={measure} />}
          <span className={styles.figure}>
            <Body1Strong block align="end">
              {sayLatest(measure)}
            </Body1Strong>
            <Caption1 block align="end" className={styles.quiet}>
              {say('measure.targetIs', { target: sayFigure(measure.target, measure.unit) })}
            </Caption1>
          </span>
        </li>
      ))}
    </ul>
  );
}
