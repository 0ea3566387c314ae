import {
  Button,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  Title3,
  Tooltip,
} from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useHost } from '../control/host-context.ts';
import { askLocal } from '../control/local-api.ts';
import type { Fault } from '../control/local-api.ts';
import { followed } from '../control/queries.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { FaultForm } from './FaultForm.tsx';
import { faultWords } from './fault-words.ts';
import { usePageStyles } from './Page.styles.ts';
import { useTableStyles } from './Table.styles.ts';

const key = [followed, 'faults'];

/** Troubles to rehearse: what Microsoft 365 shall answer instead, to whom, and how often. */
export function FaultsPage(): React.JSX.Element {
  const page = usePageStyles();
  const styles = useTableStyles();
  const { people } = useHost();
  const client = useQueryClient();
  const faults = useQuery({
    queryKey: key,
    queryFn: async () => (await askLocal<{ value: Fault[] }>('faults')).value,
    refetchInterval: 3000,
  });
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: key });
  const add = useMutation({ mutationFn: (fault: Fault) => askLocal('faults', 'POST', fault), onSuccess: refresh });
  const remove = useMutation({
    mutationFn: (id: string | undefined) => askLocal(id === undefined ? 'faults' : `faults/${id}`, 'DELETE'),
    onSuccess: refresh,
  });
  const problem = faults.error ?? add.error ?? remove.error;
  const list = faults.data ?? [];
  return (
    <>
      <div className={page.head}>
        <Title3 as="h1">Faults</Title3>
        <Text size={200} className={page.quiet}>
          Troubles of Microsoft 365 to rehearse
        </Text>
        <div className={page.gap} />
        <Button
          appearance="subtle"
          icon={<Delete20Regular />}
          disabled={list.length === 0}
          onClick={() => {
            remove.mutate(undefined);
          }}
        >
          Remove all
        </Button>
      </div>
      <div className={styles.split}>
        <div className={styles.wide}>
          {problem && <ProblemNotice title="That did not work" problem={problem} />}
          {faults.isPending && <Spinner label="Reading the faults" />}
          {faults.data?.length === 0 && (
            <Text className={page.empty}>
              Everything works as it should. Add a trouble to see how the app takes it.
            </Text>
          )}
          {list.length > 0 && (
            <Table size="small" aria-label="Faults">
              <TableHeader>
                <TableRow>
                  <TableHeaderCell>When asked for</TableHeaderCell>
                  <TableHeaderCell>By</TableHeaderCell>
                  <TableHeaderCell>Then</TableHeaderCell>
                  <TableHeaderCell className={styles.small}>Times</TableHeaderCell>
                  <TableHeaderCell className={styles.small}>Hits</TableHeaderCell>
                  <TableHeaderCell className={styles.small}>Remove</TableHeaderCell>
                </TableRow>
              </TableHeader>
              <TableBody>
                {list.map((fault) => (
                  <TableRow key={fault.id}>
                    <TableCell className={styles.code}>
                      {[fault.method, fault.path].filter(Boolean).join(' ')}
                    </TableCell>
                    <TableCell>{people.find((one) => one.id === fault.person)?.displayName ?? 'anybody'}</TableCell>
                    <TableCell>{faultWords(fault)}</TableCell>
                    <TableCell>{fault.times ?? 1}</TableCell>
                    <TableCell>{fault.hits ?? 0}</TableCell>
                    <TableCell>
                      <Tooltip content="Remove this fault" relationship="label">
                        <Button
                          appearance="subtle"
                          size="small"
                          icon={<Delete20Regular />}
                          onClick={() => {
                            remove.mutate(fault.id);
                          }}
                        />
                      </Tooltip>
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
        </div>
        <FaultForm
          add={(fault) => {
            add.mutate(fault);
          }}
        />
      </div>
    </>
  );
}
