import { Body1 } from '@fluentui/react-components';
import type { PairResponse } from '#contract/pairs.ts';
import type { LocalDate } from '#core/time-types.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDate } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToday } from '../../ui/use-today.ts';
import { AskedList } from './AskedList.tsx';

interface AskedOnProps {
  readonly detail: PairResponse;
  /** Null: today. */
  readonly on: LocalDate | null;
}

/** What is asked of both, today or as of a day of one's own choosing. */
export function AskedOn({ detail, on }: AskedOnProps) {
  return on === null ? <AskedList pair={detail} isWhole /> : <AskedThen detail={detail} on={on} />;
}

function AskedThen({ detail, on }: AskedOnProps & { readonly on: LocalDate }) {
  const { today } = useToday();
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
