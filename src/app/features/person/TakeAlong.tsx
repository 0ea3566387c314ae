import { Body1, Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { PairLine } from '#contract/pairs.ts';
import { useChange } from '../../api/use-change.ts';
import { useRoute } from '../../api/use-route.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { usePlanMeetingStyles } from './PlanMeeting.styles.ts';

interface TakeAlongProps {
  readonly pair: PairLine;
}

/** Offers an employee to take own items along from the manager before; nothing is chosen for them. */
export function TakeAlong({ pair }: TakeAlongProps) {
  const styles = usePlanMeetingStyles();
  const params = { pairId: pair.pairId };
  const { data } = useRoute('toTakeAlong', { params });
  const take = useChange('takeAlong');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (data?.from == null || data.items.length + data.actions.length === 0) return null;
  const { items, actions } = data;
  const { givenName: from } = data.from;
  const lines = [
    ...items.map(({ id, title }) => ({ id, words: title })),
    ...actions.map(({ id, text }) => ({ id, words: say('along.action', { text }) })),
  ];
  const pick = (all: readonly { readonly id: string }[]): string[] =>
    all.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
  return (
    <Panel title={say('along.title', { from })}>
      {take.error !== null && <ErrorNotice error={take.error} />}
      <Body1>{say('along.what', { to: pair.other.givenName, from })}</Body1>
      <div className={styles.times}>
        {lines.map(({ id, words }) => (
          <Checkbox
            key={id}
            label={words}
            checked={chosen.includes(id)}
            onChange={(_, { checked }) => {
              setChosen(checked === true ? [...chosen, id] : chosen.filter((one) => one !== id));
            }}
          />
        ))}
        <Button
          appearance="primary"
          disabledFocusable={chosen.length === 0 || take.isPending}
          onClick={() => {
            if (chosen.length > 0) take.mutate({ params, request: { itemIds: pick(items), actionIds: pick(actions) } });
          }}
        >
          {say('along.do', { count: chosen.length })}
        </Button>
      </div>
    </Panel>
  );
}
