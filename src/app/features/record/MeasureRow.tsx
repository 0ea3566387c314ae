import { Button } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Suspense, lazy, useState } from 'react';
import type { MeasureView } from '#contract/measures.ts';
import { say } from '../../text/say.ts';
import { amount, trendWords } from './measure-words.ts';
import { MeasureTrend } from './MeasureTrend.tsx';
import { useMeasureListStyles } from './MeasureList.styles.ts';

const ReadingForm = lazy(async () => ({ default: (await import('./ReadingForm.tsx')).ReadingForm }));

interface MeasureRowProps {
  readonly measure: MeasureView;
  readonly today: string;
  /** Left out: to read only. */
  readonly onReading?: (value: number) => void;
}

/** One measure: where it stands, what is aimed for, how it has gone. */
export function MeasureRow({ measure, today, onReading }: MeasureRowProps) {
  const styles = useMeasureListStyles();
  const [isAdding, setAdding] = useState(false);
  const last = measure.readings.at(-1);
  const target = amount(measure.target, measure.unit);
  return (
    <li className={styles.measure}>
      <div className={styles.head}>
        <span className={styles.name}>{measure.name}</span>
        <span className={styles.actual}>
          {last === undefined ? say('record.noReading') : amount(last.value, measure.unit)}
        </span>
      </div>
      <div className={styles.head}>
        <span className={styles.quiet}>
          {measure.better === 'higher' ? say('record.atLeast', { target }) : say('record.atMost', { target })}
          {measure.trend?.reached === true && ` · ${say('record.onTarget')}`}
        </span>
        <MeasureTrend measure={measure} />
      </div>
      <div className={styles.head}>
        <span className={styles.quiet}>{trendWords(measure, today)}</span>
        {onReading !== undefined && !isAdding && (
          <Button
            className={styles.add}
            size="small"
            appearance="subtle"
            icon={<Add16Regular />}
            aria-label={say('record.addReadingFor', { measure: measure.name })}
            onClick={() => {
              setAdding(true);
            }}
          >
            {say('record.addReading')}
          </Button>
        )}
      </div>
      {onReading !== undefined && isAdding && (
        <Suspense fallback={null}>
          <ReadingForm
            measure={measure}
            onReading={(value) => {
              onReading(value);
              setAdding(false);
            }}
            onCancel={() => {
              setAdding(false);
            }}
          />
        </Suspense>
      )}
    </li>
  );
}
