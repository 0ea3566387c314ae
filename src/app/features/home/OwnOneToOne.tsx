import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import type { PairLine } from '#contract/pairs.ts';
import { localDateOf } from '#core/time.ts';
import { sayDistance, startWithMoment } from '../../text/dates.ts';
import { shortCadence } from '../../text/cadences.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PersonLabel } from '../../ui/PersonLabel.tsx';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useOwnOneToOneStyles } from './OwnOneToOne.styles.ts';

interface OwnOneToOneProps {
  readonly mine: readonly PairLine[];
}

/** A manager's own one-to-ones with whoever they report to, kept small. */
export function OwnOneToOne({ mine }: OwnOneToOneProps) {
  return (
    <Panel title={mine.length > 1 ? say('home.ownMany') : say('home.own')}>
      {mine.map((pair) => (
        <OwnRow key={pair.pairId} pair={pair} />
      ))}
    </Panel>
  );
}

function OwnRow({ pair }: { readonly pair: PairLine }) {
  const styles = useOwnOneToOneStyles();
  const { today, zone } = useToday();
  const [, navigate] = useLocation();
  const { next, asked, last, other } = pair;
  const when = next === null ? say('home.ownNothing') : sayWhen(next.start, today, zone);
  const name = other.givenName;
  return (
    <>
      <div className={styles.row}>
        <PersonLabel person={other} detail={when} />
        <Button
          size="small"
          aria-label={next === null ? say('people.open', { name }) : say('home.prepareFor', { name })}
          onClick={() => {
            navigate(next === null ? `/people/${pair.pairId}` : `/meetings/${next.id}`);
          }}
        >
          {next === null ? say('home.close') : say('home.prepare')}
        </Button>
      </div>
      {asked !== null && (
        <PolicyLine clause={asked.clause}>
          {last === null
            ? say('home.ownAskedNever', { every: shortCadence(asked.cadence) })
            : say('home.ownAsked', {
                every: shortCadence(asked.cadence),
                distance: sayDistance(localDateOf(last.start, zone), today),
              })}
        </PolicyLine>
      )}
    </>
  );
}

function sayWhen(start: string, today: string, zone: string): string {
  const when = startWithMoment(start, zone, today);
  const date = localDateOf(start, zone);
  const distance = sayDistance(date, today);
  return when.toLowerCase().startsWith(distance) ? when : say('home.ownWhen', { when, distance });
}
