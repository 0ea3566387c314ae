import { Badge, Button, Card, Spinner, Subtitle2, Text } from '@fluentui/react-components';
import { Send20Regular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useHost } from '../control/host-context.ts';
import { askLocal } from '../control/local-api.ts';
import { followed } from '../control/queries.ts';
import { dateOf, shortDate, timeOf, wallTimeIn } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { useFaultStyles } from './FaultsPage.styles.ts';

const key = [followed, 'deliveries'];
const everyMs = 2000;
const shown = 50;

interface Subscription {
  readonly id: string;
  readonly resource: string;
  readonly changeType: string;
  readonly notificationUrl: string;
  readonly expirationDateTime: string;
  readonly mailbox: string;
  readonly isPaused: boolean;
}

interface Attempt {
  readonly at: string;
  readonly subscriptionId: string;
  readonly url: string;
  readonly what: string;
  readonly attempt: number;
  readonly outcome: 'delivered' | 'failed' | 'lost' | 'dropped' | 'given up' | 'paused';
  readonly status: number | null;
}

interface DeliveriesView {
  readonly subscriptions: readonly Subscription[];
  readonly log: readonly Attempt[];
  readonly waiting: number;
  readonly receivers: Readonly<Record<string, 'well' | 'slow' | 'drop'>>;
}

const colours: Record<Attempt['outcome'], 'success' | 'warning' | 'danger'> = {
  delivered: 'success',
  failed: 'danger',
  lost: 'danger',
  dropped: 'danger',
  'given up': 'danger',
  paused: 'warning',
};

/** Who subscribed to changes, how each notification went, and what receivers may be told about their subscriptions. */
export function FaultDeliveries(): React.JSX.Element {
  const styles = useFaultStyles();
  const client = useQueryClient();
  const deliveries = useQuery({
    queryKey: key,
    queryFn: () => askLocal<DeliveriesView>('deliveries'),
    refetchInterval: everyMs,
  });
  const post = useMutation({
    mutationFn: ({ path, body }: { path: string; body?: unknown }) => askLocal(`deliveries/${path}`, 'POST', body),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  const problem = deliveries.error ?? post.error;
  const view = deliveries.data;
  return (
    <div className={styles.stack} style={{ maxWidth: 960 }}>
      {problem && <ProblemNotice title="That did not work" problem={problem} />}
      {deliveries.isPending && <Spinner label="Reading the notifications" />}
      {view && (
        <>
          <section className={styles.group} aria-label="Subscriptions">
            <div className={styles.row}>
              <Subtitle2 as="h2" className={styles.grow}>
                Subscriptions
              </Subtitle2>
              <Text size={200} className={styles.quiet}>
                {waitingWords(view.waiting)}
              </Text>
              <Button
                size="small"
                icon={<Send20Regular />}
                onClick={() => {
                  post.mutate({ path: 'run' });
                }}
              >
                Send what is due
              </Button>
            </div>
            {view.subscriptions.length === 0 && (
              <Text className={styles.empty}>Nobody has subscribed to changes of calendars, mail or tasks.</Text>
            )}
            {view.subscriptions.map((one) => (
              <SubscriptionCard
                key={one.id}
                subscription={one}
                health={view.receivers[one.notificationUrl] ?? 'well'}
                tell={(event) => {
                  post.mutate({ path: 'lifecycle', body: { event, subscription: one.id } });
                }}
              />
            ))}
          </section>
          <section className={styles.group} aria-label="Notifications sent">
            <Subtitle2 as="h2">Notifications sent</Subtitle2>
            {view.log.length === 0 && <Text className={styles.empty}>None yet.</Text>}
            {view.log.slice(0, shown).map((attempt, place) => (
              <AttemptRow key={`${attempt.at} ${String(view.log.length - place)}`} attempt={attempt} />
            ))}
          </section>
        </>
      )}
    </div>
  );
}

function SubscriptionCard(props: {
  readonly subscription: Subscription;
  readonly health: 'well' | 'slow' | 'drop';
  readonly tell: (event: string) => void;
}): React.JSX.Element {
  const styles = useFaultStyles();
  const { people, session } = useHost();
  const { subscription, health } = props;
  const until = wallTimeIn(Date.parse(subscription.expirationDateTime), session.person.timeZone);
  const events = {
    reauthorizationRequired: 'Ask to authorise',
    missed: 'Tell it missed some',
    subscriptionRemoved: 'Remove',
  };
  return (
    <Card size="small" appearance="outline">
      <div className={styles.row}>
        <Text weight="semibold" className={styles.grow}>
          {people.find((one) => one.id === subscription.mailbox)?.displayName ?? subscription.mailbox}:{' '}
          {subscription.changeType.split(',').join(', ')}
        </Text>
        {subscription.isPaused && <Badge color="warning">waits for authorisation</Badge>}
        {health !== 'well' && (
          <Badge color="danger">{health === 'slow' ? 'receiver is slow' : 'receiver is skipped'}</Badge>
        )}
      </div>
      <span className={styles.path}>
        {subscription.resource} → {subscription.notificationUrl}
      </span>
      <div className={styles.row}>
        <Text size={200} className={styles.quiet} style={{ flexGrow: 1 }}>
          until {shortDate(dateOf(until))}, {timeOf(until)}
        </Text>
        {Object.entries(events).map(([event, words]) => (
          <Button
            key={event}
            size="small"
            appearance="subtle"
            onClick={() => {
              props.tell(event);
            }}
          >
            {words}
          </Button>
        ))}
      </div>
    </Card>
  );
}

function AttemptRow({ attempt }: { attempt: Attempt }): React.JSX.Element {
  const styles = useFaultStyles();
  const { session } = useHost();
  return (
    <div className={styles.row}>
      <Text size={200} className={styles.quiet}>
        {timeOf(wallTimeIn(Date.parse(attempt.at), session.person.timeZone))}
      </Text>
      <Badge appearance="tint" color={colours[attempt.outcome]}>
        {attempt.outcome}
        {attempt.status === null ? '' : ` ${String(attempt.status)}`}
      </Badge>
      <Text size={200}>
        {attempt.what}
        {attempt.attempt > 1 ? `, try ${String(attempt.attempt)}` : ''}
      </Text>
      <span className={styles.path}>{attempt.url}</span>
    </div>
  );
}

function waitingWords(waiting: number): string {
  if (waiting === 0) return 'Nothing waits';
  return waiting === 1 ? 'One notification waits' : `${String(waiting)} notifications wait`;
}
