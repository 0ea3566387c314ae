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
import type { ImpactResponse } from '#contract/policies.ts';
import { useRoute } from '../../api/use-route.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { usePoliciesStyles } from './Policies.styles.ts';

/** For how many pairs what is asked would stand another way today; counted, and nobody named. */
export function ImpactOfVersion({ versionId }: { readonly versionId: string }) {
  const styles = usePoliciesStyles();
  const impact = useRoute('policyImpact', { params: { versionId }, staleTime: 0 });
  return (
    <Panel title={say('policies.impact')}>
      <div className={styles.stack}>
        {impact.isPending && <Body1 className={styles.quiet}>{say('policies.impactWorking')}</Body1>}
        {impact.error !== null && (
          <ErrorNotice
            error={impact.error}
            onRetry={() => {
              void impact.refetch();
            }}
          />
        )}
        {impact.data !== undefined && <Shifts impact={impact.data} />}
      </div>
    </Panel>
  );
}

function Shifts({ impact: { pairs, changes } }: { readonly impact: ImpactResponse }) {
  const styles = usePoliciesStyles();
  if (pairs === null) return <Body1>{say('policies.impactFew')}</Body1>;
  if (changes.length === 0) return <Body1>{say('policies.impactNone')}</Body1>;
  return (
    <>
      <Caption1 className={styles.quiet}>{say('policies.impactIntro', { count: pairs })}</Caption1>
      <Table size="small" aria-label={say('policies.impact')}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{say('policies.what')}</TableHeaderCell>
            <TableHeaderCell>{say('policies.now')}</TableHeaderCell>
            <TableHeaderCell>{say('policies.then')}</TableHeaderCell>
            <TableHeaderCell>{say('policies.pairs')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {changes.map((change) => (
            <TableRow key={`${change.kind} ${change.before ?? ''} ${change.after ?? ''}`}>
              <TableCell>{say(`policies.kind.${change.kind}`)}</TableCell>
              <TableCell>{stateWords(change.before)}</TableCell>
              <TableCell>{stateWords(change.after)}</TableCell>
              <TableCell>
                {change.pairs === null ? say('policies.heldBack') : say('policies.pairsCount', { count: change.pairs })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}

function stateWords(state: ImpactResponse['changes'][number]['before']): string {
  return state === null ? say('policies.notAsked') : say(`policies.stand.${state}`);
}
