import { Badge, Button, Card, Spinner, Subtitle2, Text, Tooltip } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useHost } from '../control/host-context.ts';
import { timeOf, wallTimeIn } from '../graph/wall-time.ts';
import { faultWords, timesWords } from './fault-words.ts';
import type { FaultView } from './fault-words.ts';
import { useFaultStyles } from './FaultsPage.styles.ts';

const strikesShown = 3;

/** The faults that are switched on, with what each has struck so far. */
export function FaultList(props: {
  readonly faults: readonly FaultView[] | undefined;
  readonly remove: (id: string) => void;
}): React.JSX.Element {
  const styles = useFaultStyles();
  return (
    <section className={styles.group} aria-label="Switched on">
      <Subtitle2 as="h2">Switched on</Subtitle2>
      {props.faults === undefined && <Spinner size="small" label="Reading the faults" />}
      {props.faults?.length === 0 && (
        <Text className={styles.empty}>
          Everything works as it should. Switch a trouble on to see how the app takes it.
        </Text>
      )}
      {props.faults?.map((fault) => (
        <FaultCard key={fault.id} fault={fault} remove={props.remove} />
      ))}
    </section>
  );
}

function FaultCard({ fault, remove }: { fault: FaultView; remove: (id: string) => void }): React.JSX.Element {
  const styles = useFaultStyles();
  const { people, session } = useHost();
  const nameOf = (id: string | null | undefined): string | undefined =>
    people.find((one) => one.id === id)?.displayName;
  const isSpent = fault.times !== 'always' && fault.hits >= fault.times;
  const title = fault.name ?? faultWords(fault);
  return (
    <Card size="small" appearance="outline" className={isSpent ? undefined : styles.running}>
      <div className={styles.row}>
        <Text weight="semibold" className={styles.grow}>
          {title}
        </Text>
        <Badge appearance="tint" color={fault.hits > 0 ? 'warning' : 'informative'} aria-live="polite">
          {hitsWords(fault)}
        </Badge>
        <Tooltip content="Remove this fault" relationship="label">
          <Button
            appearance="subtle"
            size="small"
            icon={<Delete20Regular />}
            onClick={() => {
              remove(fault.id);
            }}
          />
        </Tooltip>
      </div>
      <Text size={200} className={styles.quiet}>
        {[
          fault.name === undefined ? null : faultWords(fault),
          isSpent ? 'over' : timesWords(fault),
          `for ${nameOf(fault.person) ?? 'anybody'}`,
        ]
          .filter((one) => one !== null)
          .join(' · ')}
      </Text>
      <span className={styles.path}>{[fault.method, fault.path].filter(Boolean).join(' ')}</span>
      {fault.strikes.length > 0 && (
        <ul className={styles.strikes} aria-label="Latest strikes">
          {fault.strikes.slice(0, strikesShown).map((strike, place) => (
            <li key={`${String(strike.at)} ${String(place)}`} className={styles.path}>
              {timeOf(wallTimeIn(strike.at, session.person.timeZone))} {nameOf(strike.personId) ?? 'the app'}:{' '}
              {strike.method} {shortPath(strike.path)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function hitsWords({ hits }: FaultView): string {
  if (hits === 0) return 'Not struck yet';
  return hits === 1 ? 'Struck once' : `Struck ${String(hits)} times`;
}

/** Item ids are long and say nothing: their beginning is enough to tell them apart. */
function shortPath(path: string): string {
  return path.replaceAll(/[\w=+%-]{40,}/g, (id) => `${id.slice(0, 8)}…${id.slice(-6)}`);
}
