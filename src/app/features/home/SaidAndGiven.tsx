import type { PairResponse } from '#contract/pairs.ts';
import type { PersonView } from '#contract/people.ts';
import { sayDay } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { MarkedLine } from '../../ui/MarkedLine.tsx';
import { useMarkedLineStyles } from '../../ui/MarkedLine.styles.ts';

const most = 3;

interface SaidAndGivenProps {
  readonly support: PairResponse['support'];
  readonly people: readonly PersonView[];
}

/** Praise and support of late, as somebody wrote it down. */
export function SaidAndGiven({ support, people }: SaidAndGivenProps) {
  const styles = useMarkedLineStyles();
  const { today } = useToday();
  const latest = [...support].sort((a, b) => b.on.localeCompare(a.on)).slice(0, most);
  return (
    <Panel title={say('home.said')}>
      <ul className={styles.list}>
        {latest.map(({ meetingId, on, text, mark, authorId }) => {
          const name = people.find((person) => person.id === authorId)?.givenName ?? '';
          const day = sayDay(on, today);
          return (
            <MarkedLine
              key={`${meetingId} ${text}`}
              mark={mark === 'praise' ? 'praise' : 'support'}
              words={mark === 'praise' ? `“${text}”` : text}
              note={mark === 'praise' ? say('home.saidPraise', { name, day }) : say('home.saidSupport', { day })}
            />
          );
        })}
      </ul>
    </Panel>
  );
}
