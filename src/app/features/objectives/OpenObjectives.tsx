import type { ReactNode } from 'react';
import { useRoute } from '../../api/use-route.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { lastProgress } from './objective-words.ts';
import { useObjectivesStyles } from './Objectives.styles.ts';

interface OpenObjectivesProps {
  readonly pairId: string;
  readonly aside: ReactNode;
}

/** The open objectives of whoever reads, in short: what, by when, and the last word on it. Nothing where there are none. */
export function OpenObjectives({ pairId, aside }: OpenObjectivesProps) {
  const styles = useObjectivesStyles();
  const { data } = useRoute('objectives', { params: { pairId } });
  const open = data?.objectives.filter(({ state }) => state === 'open') ?? [];
  if (data === undefined || open.length === 0) return null;
  return (
    <Panel title={say('objectives.title')} count={open.length} aside={aside}>
      <ul className={styles.list}>
        {open.map((objective) => {
          const day = objective.dueOn === null ? null : sayDate(objective.dueOn, data.today);
          return (
            <li key={objective.id}>
              <p className={styles.words}>{objective.title}</p>
              <p className={styles.quiet}>
                {day === null
                  ? say('objectives.noDate')
                  : say(objective.late ? 'objectives.late' : 'objectives.due', { day })}
              </p>
              {lastProgress(objective) !== null && (
                <p className={styles.quiet}>{lastProgress(objective)?.change.text}</p>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
