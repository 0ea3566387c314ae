import { Badge, Button, Card, Spinner, Subtitle2, Text, Tooltip } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useHost } from '../control/host-context.ts';
import { timeOf, wallTimeIn } from '../graph/wall-time.ts';
import { faultWords, timesWords, troublesOf } from './fault-words.ts';
import type { FaultView } from './fault-words.ts';
import { useFaultStyles } from './FaultsPage.styles.ts';

const strikesShown = 3;

/** The faults that are switched on, with what each has struck so far. */
export function FaultList(props: {
  readonly faults: readonly FaultView[] | undefined;
  readonly remove: (ids: readonly string[]) => void;
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
      {troublesOf(props.faults ?? []).map((trouble) => (
        <TroubleCard key={trouble[0].id} trouble={trouble} remove={props.remove} />
      ))}
    </section>
  );
}

function TroubleCard(props: {
  readonly trouble: readonly [FaultView, ...FaultView[]];
  readonly remove: (ids: readonly string[]) => void;
}): React.JSX.Element {
  const styles = useFaultStyles();
  const { people } = useHost();
  const { trouble } = props;
  const [first] = trouble;
  const hits = trouble.reduce((sum, one) => sum + one.hits, 0);
  return (
    <Card size="small" appearance="outline" className={trouble.every(isSpent) ? undefined : styles.running}>
      <div className={styles.row}>
        <Text weight="semibold" className={styles.grow}>
          {first.name ?? capital(faultWords(first))}
        </Text>
        <Badge appearance="tint" color={hits > 0 ? 'warning' : 'informative'} aria-live="polite">
          {hitsWords(hits)}
        </Badge>
        <Tooltip content="Remove this trouble" relationship="label">
          <Button
            appearance="subtle"
            size="small"
            icon={<Delete20Regular />}
            onClick={() => {
              props.remove(trouble.map((one) => one.id));
            }}
          />
        </Tooltip>
      </div>
      <Text size={200} className={styles.quiet}>
        For {people.find((one) => one.id === first.person)?.displayName ?? 'anybody'}
      </Text>
      <ul className={styles.list}>
        {trouble.map((fault) => (
          <li key={fault.id}>
            <FaultLine fault={fault} isNamed={fault.name !== undefined} isAlone={trouble.length === 1} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function FaultLine(props: {
  readonly fault: FaultView;
  readonly isNamed: boolean;
  readonly isAlone: boolean;
}): React.JSX.Element {
  const styles = useFaultStyles();
  const { people, session } = useHost();
  const { fault, isNamed, isAlone } = props;
  const words = [
    isNamed ? faultWords(fault) : null,
    isSpent(fault) ? 'is over' : timesWords(fault),
    isAlone || fault.hits === 0 ? null : hitsWords(fault.hits).toLowerCase(),
  ].filter((one) => one !== null);
  return (
    <>
      <span className={styles.path}>{[fault.method, fault.path].filter(Boolean).join(' ')}</span>{' '}
      <Text size={200} className={styles.quiet}>
        {words.join(' · ')}
      </Text>
      {fault.strikes.length > 0 && (
        <ul className={styles.strikes} aria-label="Latest strikes">
          {fault.strikes.slice(0, strikesShown).map((strike, place) => (
            <li key={`${String(strike.at)} ${String(place)}`} className={styles.path}>
              {timeOf(wallTimeIn(strike.at, session.person.timeZone))}{' '}
              {people.find((one) => one.id === strike.personId)?.displayName ?? 'the app'}: {strike.method}{' '}
              {shortPath(strike.path)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function isSpent({ times, hits, reorder }: FaultView): boolean {
  return times !== 'always' && hits >= times * (reorder ?? 1);
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function hitsWords(hits: number): string {
  if (hits === 0) return 'Not struck yet';
  return hits === 1 ? 'Struck once' : `Struck ${String(hits)} times`;
}

/** Item ids are long and say nothing: their beginning is enough to tell them apart. */
function shortPath(path: string): string {
  return path.replaceAll(/[\w=+%-]{40,}/g, (id) => `${id.slice(0, 8)}…${id.slice(-6)}`);
}
