import type { DeliveryView } from '#contract/meetings.ts';
import { deliveryText } from './delivery.ts';
import { learn, say } from './say.ts';

// These alone: what is on its way is said before anybody has wanted the rest.
learn(deliveryText);

type Parked = NonNullable<DeliveryView['parkedFor']>;
type Kind = DeliveryView['kind'];

/** What a waiting delivery means, why it waits, and what to do. */
export function deliveryWords(delivery: Pick<DeliveryView, 'kind' | 'parkedFor'>): { title: string; why: string } {
  const { kind, parkedFor } = delivery;
  const isMail = kind === 'send-summary';
  if (parkedFor === null) return { title: say(titles[kind]), why: say('delivery.promised') };
  if (parkedFor === 'unconfirmed' && isMail)
    return { title: say('delivery.unconfirmedMail'), why: say('delivery.why.unconfirmedMail') };
  return { title: say(titles[kind]), why: say(reasons[parkedFor]) };
}

const titles = {
  'create-series': 'delivery.title.create-series',
  'create-event': 'delivery.title.create-event',
  'move-event': 'delivery.title.move-occurrence',
  'cancel-event': 'delivery.title.cancel-occurrence',
  'move-occurrence': 'delivery.title.move-occurrence',
  'cancel-occurrence': 'delivery.title.cancel-occurrence',
  'install-panel': 'delivery.title.install-panel',
  'publish-agenda': 'delivery.title.publish-agenda',
  'send-summary': 'delivery.title.send-summary',
  'change-series': 'delivery.title.change-series',
  'end-series': 'delivery.title.end-series',
} as const satisfies Record<Kind, string>;

const reasons = {
  unconfirmed: 'delivery.why.unconfirmed',
  'consent-needed': 'delivery.why.consent-needed',
  'sign-in-needed': 'delivery.why.sign-in-needed',
  'claims-needed': 'delivery.why.claims-needed',
  'application-refused': 'delivery.why.application-refused',
  'outlook-forbidden': 'delivery.why.outlook-forbidden',
  'outlook-missing': 'delivery.why.outlook-missing',
  'outlook-refused': 'delivery.why.outlook-refused',
  'tried-too-often': 'delivery.why.tried-too-often',
} as const satisfies Record<Parked, string>;
