import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';
import type { MeasureView } from '#contract/measures.ts';
import { sayDate } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { useToday } from '../../ui/use-today.ts';
import { sayFigure } from './measure-words.ts';

interface MeasureTableProps {
  readonly measure: MeasureView;
}

/** Every figure of a measure, newest first. */
export function MeasureTable({ measure }: MeasureTableProps) {
  const { today } = useToday();
  return (
    <Table size="small" aria-label={say('measure.onlyOf', { name: measure.name })}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{say('measure.on')}</TableHeaderCell>
          <TableHeaderCell>{say('measure.value')}</TableHeaderCell>
          <TableHeaderCell>{say('measure.target')}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {[...measure.readings].reverse().map(({ on, value }) => (
          <TableRow key={on}>
            <TableCell>{sayDate(on, today)}</TableCell>
            <TableCell>{sayFigure(value, measure.unit)}</TableCell>
            <TableCell>{sayFigure(measure.target, measure.unit)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
