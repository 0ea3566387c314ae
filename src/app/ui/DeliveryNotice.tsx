import type { DeliveryView } from '#contract/meetings.ts';
import type { PersonView } from '#contract/people.ts';
import { useChange } from '../api/use-change.ts';
import { useMe } from '../api/use-me.ts';
import { useHost } from '../host/host-context.ts';
import { deliveryWords } from '../text/deliveries.ts';
import { say } from '../text/say.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Notice } from './Notice.tsx';

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
  const me = useMe();
  const steps = useSteps(delivery);
  const { title, why } = deliveryWords(delivery);
  const waitsForMe = delivery.actingId === me.person.id;
  if (steps.error !== null) return <ErrorNotice error={steps.error} onRetry={steps.reset} />;
  return (
    <Notice intent="warning" title={title} actions={waitsForMe ? steps.actions : []}>
      {waitsForMe || other === undefined ? why : say('delivery.why.otherPerson', { name: other.givenName })}
    </Notice>
  );
}

/** What the person can do about a parked delivery. */
function useSteps({ effectId, parkedFor, kind, claims }: DeliveryView) {
  const host = useHost();
  const { mutate, isPending: isBusy, error, reset } = useChange('retryDelivery');
  const retry = (again: boolean) => {
    mutate({ params: { effectId }, request: { again } });
  };
  if (parkedFor === 'consent-needed' || parkedFor === 'sign-in-needed' || parkedFor === 'claims-needed') {
    const ask = async () => {
      await host.getToken({ interactive: true, ...(claims === null ? {} : { claims }) });
    };
    const onPress = () => {
      const goOn = () => {
        retry(false);
      };
      // Even when Microsoft gave no new token: the server then says what is still missing.
      ask().then(goOn, goOn);
    };
    return { error, reset, actions: [{ words: say('delivery.continue'), onPress, isBusy }] };
  }
  const isUnsureMail = parkedFor === 'unconfirmed' && kind === 'send-summary';
  const look = {
    words: say('delivery.openSent'),
    onPress: () => {
      void host.openLink(host.sentItemsAddress);
    },
  };
  const again = {
    words: isUnsureMail ? say('delivery.sendAgain') : say('delivery.again'),
    isBusy,
    onPress: () => {
      retry(parkedFor === 'unconfirmed');
    },
  };
  return { error, reset, actions: isUnsureMail ? [look, again] : [again] };
}
