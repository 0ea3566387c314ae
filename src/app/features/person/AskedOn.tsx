import { Body1, Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { PairResponse } from '#contract/pairs.ts';
import { isLocalDate } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDate } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToday } from '../../ui/use-today.ts';
import { AskedList } from './AskedList.tsx';
import { useArrangementStyles } from './Arrangement.styles.ts';

interface AskedOnProps {
  readonly detail: PairResponse;
}

/** What is asked of both, today or as of a day of one's own choosing. */
export function AskedOn({ detail }: AskedOnProps) {
  const styles = useArrangementStyles();
  const { today } = useToday();
  const [on, setOn] = useState<LocalDate>(today);
  const isOther = on !== today && isLocalDate(on);
  return (
    <>
      <div className={styles.asOf}>
        <Field label={say('person.askedOn')}>
          <Input
            type="date"
            value={on}
            onChange={(_, { value }) => {
              setOn(value);
            }}
          />
        </Field>
        {on !== today && (
          <Button
            appearance="subtle"
            onClick={() => {
              setOn(today);
            }}
          >
            {say('person.askedOnToday')}
          </Button>
        )}
      </div>
      {isOther ? <AsOf detail={detail} on={on} today={today} /> : <AskedList pair={detail} isWhole />}
    </>
  );
}

function AsOf({ detail, on, today }: AskedOnProps & { readonly on: LocalDate; readonly today: LocalDate }) {
  const { pairId } = detail.pair;
  const found = useRoute('pairFindings', { params: { pairId }, request: { on } });
  const day = sayDate(on, today);
  if (found.error !== null) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  const { findings, policy } = found.data;
  if (findings.length === 0) return <Body1 role="status">{say('person.askedOnNothing')}</Body1>;
  const pair = { findings, policyVersion: policy?.version ?? detail.policyVersion, group: null };
  return (
    <>
      <Body1 role="status">
        {on < today ? say('person.askedOnPast', { day }) : say('person.askedOnFuture', { day })}
      </Body1>
      <AskedList pair={pair} on={on} isWhole />
    </>
  );
}
