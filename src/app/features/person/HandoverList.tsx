import { Body1, Body1Strong, Caption1 } from '@fluentui/react-components';
import type { ResponseOf } from '#contract/api.ts';
import { localDateOf } from '#core/time.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useArrangementStyles } from './Arrangement.styles.ts';

/** Which one-to-ones were handed over, newest first: who, to whom, when. Never what was said. */
export function HandoverList({ handovers }: ResponseOf<'handovers'>) {
  const styles = useArrangementStyles();
  const { today, zone } = useToday();
  return (
    <Panel title={say('handoverFor.past')}>
      {handovers.length === 0 && <Body1>{say('handoverFor.pastNone')}</Body1>}
      <ul className={styles.list}>
        {handovers.map(({ id, manager, employee, to, by, from, until, at }) => (
          <li key={id}>
            <Body1Strong block>
              {say('handoverFor.line', { employee: nameOf(employee), manager: nameOf(manager), to: nameOf(to) })}
            </Body1Strong>
            <Caption1 block className={styles.quiet}>
              {until === null
                ? say('handoverFor.since', { from: sayDate(from, today) })
                : say('handoverFor.between', { from: sayDate(from, today), until: sayDate(until, today) })}{' '}
              {say('handoverFor.by', { name: nameOf(by), day: sayDate(localDateOf(at, zone), today) })}
            </Caption1>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function nameOf(person: { readonly displayName: string } | null): string {
  return person?.displayName ?? say('handoverFor.somebody');
}
