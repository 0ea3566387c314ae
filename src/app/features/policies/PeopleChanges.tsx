import {
  Body1,
  Caption1,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import type { ComparisonResponse } from '#contract/policies.ts';
import { shortCadence } from '../../text/cadences.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { usePoliciesStyles } from './Policies.styles.ts';

type Shift = ComparisonResponse['cadences'][number];

/** For how many people how often they are asked to meet would change; nobody is named. */
export function PeopleChanges({ comparison }: { readonly comparison: ComparisonResponse }) {
  const styles = usePoliciesStyles();
  const { cadences, unchanged } = comparison;
  return (
    <Panel title={say('policies.forWhom')}>
      <div className={styles.stack}>
        <Caption1 className={styles.quiet}>{say('policies.forWhomIntro')}</Caption1>
        {cadences.length === 0 ? (
          <Body1>{say('policies.noShift')}</Body1>
        ) : (
          <>
            <Table size="small" aria-label={say('policies.forWhom')}>
              <TableHeader>
                <TableRow>
                  <TableHeaderCell>{say('policies.now')}</TableHeaderCell>
                  <TableHeaderCell>{say('policies.then')}</TableHeaderCell>
                  <TableHeaderCell>{say('policies.people')}</TableHeaderCell>
                </TableRow>
              </TableHeader>
              <TableBody>
                {cadences.map((shift) => (
                  <TableRow key={JSON.stringify([shift.before, shift.after])}>
                    <TableCell>{cadenceWords(shift.before)}</TableCell>
                    <TableCell>{cadenceWords(shift.after)}</TableCell>
                    <TableCell>{peopleWords(shift.people)}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
            {unchanged === null && <Caption1>{say('policies.unchangedFew')}</Caption1>}
            {unchanged !== null && unchanged > 0 && (
              <Caption1>{say('policies.unchanged', { count: unchanged })}</Caption1>
            )}
          </>
        )}
      </div>
    </Panel>
  );
}

function cadenceWords(cadence: Shift['before']): string {
  return cadence === null ? say('policies.notAsked') : shortCadence(cadence);
}

function peopleWords(people: number | null): string {
  return people === null ? say('policies.heldBack') : say('policies.peopleCount', { count: people });
}
