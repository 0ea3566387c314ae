import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { DeliveryView } from '#contract/meetings.ts';
import type { PersonView } from '#contract/people.ts';
import { useChange } from '../api/use-change.ts';
import { useMe } from '../api/use-me.ts';
import { useHost } from '../host/host-context.ts';
import { deliveryWords } from '../text/deliveries.ts';
import { say } from '../text/say.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { useErrorNoticeStyles } from './ErrorNotice.styles.ts';

interface DeliveryNoticeProps {
  readonly deliveries: readonly DeliveryView[];
  /** The other of the two, named where it waits for them. */
  readonly other?: PersonView | undefined;
}

/** What Outlook has not got yet because it waits for a person: what happened, what is safe, what to do. */
export function DeliveryNotice({ deliveries, other }: DeliveryNoticeProps) {
  return deliveries
    .filter((delivery) => delivery.state === 'parked')
    .map((delivery) => <ParkedDelivery key={delivery.effectId} delivery={delivery} other={other} />);
}

interface ParkedDeliveryProps {
  readonly delivery: DeliveryView;
  readonly other: PersonView | undefined;
}

function ParkedDelivery({ delivery, other }: ParkedDeliveryProps) {
  const styles = useErrorNoticeStyles();
  const me = useMe();
  const retry = useChange('retryDelivery');
  const { title, why } = deliveryWords(delivery);
  const waitsForMe = delivery.actingId === me.person.id;
  if (retry.error !== null) return <ErrorNotice error={retry.error} onRetry={retry.reset} />;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{title}</MessageBarTitle>{' '}
        {waitsForMe || other === undefined ? why : say('delivery.why.otherPerson', { name: other.givenName })}
      </MessageBarBody>
      {waitsForMe && (
        <MessageBarActions>
          <DeliveryActions
            delivery={delivery}
            isBusy={retry.isPending}
            onRetry={(again) => {
              retry.mutate({ params: { effectId: delivery.effectId }, request: { again } });
            }}
          />
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

interface DeliveryActionsProps {
  readonly delivery: DeliveryView;
  readonly isBusy: boolean;
  readonly onRetry: (again: boolean) => void;
}

function DeliveryActions({ delivery, isBusy, onRetry }: DeliveryActionsProps) {
  const host = useHost();
  const { parkedFor, kind, claims } = delivery;
  if (parkedFor === 'consent-needed' || parkedFor === 'sign-in-needed' || parkedFor === 'claims-needed') {
    const ask = async () => {
      await host.getToken({ interactive: true, ...(claims === null ? {} : { claims }) });
      onRetry(false);
    };
    return (
      <Button size="small" disabledFocusable={isBusy} onClick={() => { ask().catch(() => { onRetry(false); }); }}>
        {say('delivery.continue')}
      </Button>
    );
  }
  const isUnsureMail = parkedFor === 'unconfirmed' && kind === 'send-summary';
  return (
    <>
      {isUnsureMail && (
        <Button size="small" onClick={() => { void host.openLink(host.sentItemsAddress); }}>
          {say('delivery.openSent')}
        </Button>
      )}
      <Button size="small" disabledFocusable={isBusy} onClick={() => { onRetry(parkedFor === 'unconfirmed'); }}>
        {isUnsureMail ? say('delivery.sendAgain') : say('delivery.again')}
      </Button>
    </>
  );
}
