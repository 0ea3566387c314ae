import { Body1, Caption1 } from '@fluentui/react-components';
import { HandRight20Regular } from '@fluentui/react-icons/svg/hand-right';
import { Star20Regular } from '@fluentui/react-icons/svg/star';
import type { PairResponse } from '#contract/pairs.ts';
import type { PersonView } from '#contract/people.ts';
import { sayDay } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useSaidAndGivenStyles } from './SaidAndGiven.styles.ts';

const most = 3;

interface SaidAndGivenProps {
  readonly support: PairResponse['support'];
  readonly people: readonly PersonView[];
}

/** Praise and support of late, as somebody wrote it down. */
export function SaidAndGiven({ support, people }: SaidAndGivenProps) {
  const styles = useSaidAndGivenStyles();
  const { today } = useToday();
  const latest = [...support].sort((a, b) => b.on.localeCompare(a.on)).slice(0, most);
  return (
    <Panel title={say('home.said')}>
      <ul className={styles.list}>
        {latest.map(({ meetingId, on, text, mark, authorId }) => {
          const name = people.find((person) => person.id === authorId)?.givenName ?? '';
          const day = sayDay(on, today);
          return (
            <li key={`${meetingId} ${text}`} className={styles.row}>
              {mark === 'praise' ? <Star20Regular aria-hidden /> : <HandRight20Regular aria-hidden />}
              <span>
                <Body1 block>{mark === 'praise' ? `“${text}”` : text}</Body1>
                <Caption1 className={styles.quiet}>
                  {mark === 'praise' ? say('home.saidPraise', { name, day }) : say('home.saidSupport', { day })}
                </Caption1>
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
