import { Body1, Caption1 } from '@fluentui/react-components';
import type { PairResponse } from '#contract/pairs.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { useRoute } from '../../api/use-route.ts';
import { capital, sayDay } from '../../text/dates.ts';
import { sayInterval } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useArrangementStyles } from './Arrangement.styles.ts';

interface ArrangementListProps {
  readonly detail: Pick<PairResponse, 'arrangements' | 'pair' | 'me'>;
}

/** The intervals the two arranged: how often, why, from when until when, and who agreed it. Both see them. */
export function ArrangementList({ detail }: ArrangementListProps) {
  const styles = useArrangementStyles();
  const { today } = useToday();
  const { arrangements, pair, me } = detail;
  const policy = useRoute('pairPolicy', { params: { pairId: pair.pairId }, staleTime: 600_000 });
  const known = ruleOf(policy.data?.rules ?? [], 'interval-reasons')?.reasons ?? [];
  if (arrangements.length === 0) return null;
  return (
    <Panel title={say('support.history')}>
      <ul className={styles.list}>
        {arrangements.map(({ id, since, until, every, kind, reasons, reason, by }) => {
          const dates = { every: capital(sayInterval(every)), since: sayDay(since, today) };
          const titles = reasons.flatMap((one) => known.find((choice) => choice.id === one)?.title ?? []);
          return (
            <li key={id}>
              <Body1 block>
                {until === null
                  ? say('support.historyOpen', dates)
                  : say('support.historyEnded', { ...dates, until: sayDay(until, today) })}
              </Body1>
              {[...titles, reason]
                .filter((one) => one !== '')
                .map((one) => (
                  <Body1 key={one} block className={styles.words}>
                    {one}
                  </Body1>
                ))}
              <Caption1 className={styles.quiet}>
                {by === me.id
                  ? say('support.historyByYou', { kind: say(`support.kind.${kind}`) })
                  : say('support.historyBy', { kind: say(`support.kind.${kind}`), name: pair.other.givenName })}
              </Caption1>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
