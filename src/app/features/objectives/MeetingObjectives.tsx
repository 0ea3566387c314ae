import { Button } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { ResponseOf } from '#contract/api.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { useRoute } from '../../api/use-route.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ObjectiveForm } from './ObjectiveForm.tsx';
import { ObjectiveItem } from './ObjectiveItem.tsx';
import { useObjectivesStyles } from './Objectives.styles.ts';

interface MeetingObjectivesProps {
  readonly pairId: string;
}

const staleMilliseconds = 600_000;

/** The objectives on the table of a meeting, gone through with last time's actions (OD3a-4, FORM-3). Nothing where the policy has none. */
export function MeetingObjectives({ pairId }: MeetingObjectivesProps) {
  const styles = useObjectivesStyles();
  const policy = useRoute('pairPolicy', { params: { pairId }, staleTime: staleMilliseconds });
  const rules: ResponseOf<'pairPolicy'>['rules'] = policy.data?.rules ?? [];
  const rule = ruleOf(rules, 'objectives');
  const { data } = useRoute('objectives', { params: { pairId }, enabled: rule !== null });
  const [isAdding, setAdding] = useState(false);
  if (rule === null || data === undefined) return null;
  const open = data.objectives.filter(({ state, settledOn }) => state === 'open' || settledOn === data.today);
  return (
    <section className={styles.stack} aria-label={say('objectives.title')}>
      <h2 className={styles.head}>{say('objectives.title')}</h2>
      <ul className={styles.list}>
        {open.map((objective) => (
          <ObjectiveItem key={objective.id} objective={objective} from={data} isSmart={rule.smart} isShort />
        ))}
      </ul>
      {isAdding ? (
        <ObjectiveForm
          pairId={pairId}
          objective={null}
          isSmart={rule.smart}
          onDone={() => {
            setAdding(false);
          }}
        />
      ) : (
        <div>
          <Button
            size="small"
            appearance="subtle"
            icon={<Add16Regular />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {say('objectives.add')}
          </Button>
        </div>
      )}
    </section>
  );
}
