import { Body1, Button } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { ResponseOf } from '#contract/api.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { useRoute } from '../../api/use-route.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { DevelopmentNeeds } from './DevelopmentNeeds.tsx';
import { ObjectiveForm } from './ObjectiveForm.tsx';
import { ObjectiveItem } from './ObjectiveItem.tsx';
import { useObjectivesStyles } from './Objectives.styles.ts';

interface ObjectivesTabProps {
  readonly pairId: string;
}

const staleMilliseconds = 600_000;

/** What an employee works towards, for both: open ones with how they are coming along, the settled, and what is to be learned (OD3a-4, FORM-7, FORM-9). */
export function ObjectivesTab({ pairId }: ObjectivesTabProps) {
  const styles = useObjectivesStyles();
  const read = useRoute('objectives', { params: { pairId } });
  const policy = useRoute('pairPolicy', { params: { pairId }, staleTime: staleMilliseconds });
  const [isAdding, setAdding] = useState(false);
  if (read.isPending) return <PageSkeleton rows={3} />;
  if (read.data === undefined) {
    return (
      <ErrorNotice
        error={read.error}
        onRetry={() => {
          void read.refetch();
        }}
      />
    );
  }
  const { data } = read;
  const rules: ResponseOf<'pairPolicy'>['rules'] = policy.data?.rules ?? [];
  const isSmart = ruleOf(rules, 'objectives')?.smart === true;
  const development = ruleOf(rules, 'development');
  const open = data.objectives.filter(({ state }) => state === 'open');
  const settled = data.objectives.filter(({ state }) => state !== 'open');
  const add = (
    <div>
      <Button
        icon={<Add20Regular />}
        onClick={() => {
          setAdding(true);
        }}
      >
        {say('objectives.add')}
      </Button>
    </div>
  );
  const done = (): void => {
    setAdding(false);
  };
  return (
    <div className={styles.stack}>
      <Panel title={say('objectives.open')} {...(open.length === 0 ? {} : { count: open.length })}>
        {open.length === 0 && !isAdding && (
          <Body1>
            {data.supervising ? say('objectives.noneWhy', { name: data.other.givenName }) : say('objectives.noneMine')}
          </Body1>
        )}
        {open.length > 0 && (
          <ul className={styles.list}>
            {open.map((objective) => (
              <ObjectiveItem key={objective.id} objective={objective} from={data} isSmart={isSmart} />
            ))}
          </ul>
        )}
        {isAdding ? <ObjectiveForm pairId={pairId} objective={null} isSmart={isSmart} onDone={done} /> : add}
      </Panel>
      {development !== null && <DevelopmentNeeds from={data} rule={development} />}
      {settled.length > 0 && (
        <Panel title={say('objectives.settled')} count={settled.length}>
          <ul className={styles.list}>
            {settled.map((objective) => (
              <ObjectiveItem key={objective.id} objective={objective} from={data} isSmart={isSmart} />
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
