import { Body1, Body1Strong, Caption1, Switch } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeasureView } from '#contract/measures.ts';
import { say } from '../../text/say.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { AddMeasure } from './AddMeasure.tsx';
import { AddReading } from './AddReading.tsx';
import { MeasureChart } from './MeasureChart.tsx';
import { MeasureTable } from './MeasureTable.tsx';
import { sayFigure, sayLatest, sayTrend } from './measure-words.ts';
import { useMeasuresTabStyles } from './MeasuresTab.styles.ts';

interface MeasuresTabProps {
  readonly pairId: string;
  readonly measures: readonly MeasureView[];
}

/** The figures two people look at together, as pictures or tables, and room to add to them. */
export function MeasuresTab({ pairId, measures }: MeasuresTabProps) {
  const styles = useMeasuresTabStyles();
  const [isTable, setTable] = useState(false);
  return (
    <div className={styles.page}>
      {measures.length > 0 && (
        <Switch
          label={say('person.asTable')}
          checked={isTable}
          onChange={(_, { checked }) => {
            setTable(checked);
          }}
        />
      )}
      {measures.length === 0 && <EmptyState title={say('person.noStats')}>{say('person.noStatsWhy')}</EmptyState>}
      <div className={styles.grid}>
        {measures.map((measure) => (
          <Panel key={measure.id} title={measure.name}>
            <div className={styles.line}>
              <Caption1 className={styles.quiet}>{sayTrend(measure)}</Caption1>
              <span>
                <Body1Strong>{sayLatest(measure)}</Body1Strong>{' '}
                <Body1>{say('measure.targetIs', { target: sayFigure(measure.target, measure.unit) })}</Body1>
              </span>
            </div>
            {measure.readings.length > 0 &&
              (isTable ? <MeasureTable measure={measure} /> : <MeasureChart measure={measure} />)}
            <AddReading measure={measure} />
          </Panel>
        ))}
      </div>
      <AddMeasure pairId={pairId} />
    </div>
  );
}
