import type { AgendaItemView } from '#contract/agenda.ts';
import type { DeliveryView, MeetingResponse } from '#contract/meetings.ts';
import { minutesBetween } from '#core/time.ts';
import { say } from '../../text/say.ts';

/** Whose word on the agenda is still missing. */
export type AgendaAgreement = 'none' | 'mine' | 'theirs' | 'both';

/** Who has agreed to the agenda as it stands, seen by the reader. */
export function agreementOf(view: Pick<MeetingResponse, 'meeting' | 'supervising'>): AgendaAgreement {
  const { agreedBySupervisor, agreedByEmployee } = view.meeting;
  if (agreedBySupervisor && agreedByEmployee) return 'both';
  if (!agreedBySupervisor && !agreedByEmployee) return 'none';
  return agreedBySupervisor === view.supervising ? 'mine' : 'theirs';
}

/** How far the agreed agenda is on its way onto the Outlook invitation. */
export function publishedState(deliveries: readonly DeliveryView[]): DeliveryView['state'] | null {
  const last = deliveries
    .filter(({ kind, state }) => kind === 'publish-agenda' && state !== 'withdrawn')
    .reduce<DeliveryView | null>((latest, one) => (latest === null || one.at >= latest.at ? one : latest), null);
  return last?.state ?? null;
}

/** Where the agreed agenda stands in Outlook, or that it does not go there; nothing where nothing was promised. */
export function agreedSentence({ deliveries, isOfThree }: Pick<MeetingResponse, 'deliveries' | 'isOfThree'>): string {
  if (isOfThree) return say('agenda.staysHere');
  const state = publishedState(deliveries);
  if (state === 'done') return say('agenda.bothAttached');
  if (state === 'promised') return say('agenda.bothOnItsWay');
  return state === 'parked' ? say('agenda.bothWaiting') : '';
}

/** What stands small under an item's title: that it is urgent, its note, how often it came back. */
export function itemDetail(item: AgendaItemView, dayOf?: (start: string) => string): string {
  return [
    item.urgency === 'urgent' ? say('agenda.urgent') : '',
    item.note ?? '',
    item.timesCarried > 0 ? say('agenda.carried', { count: item.timesCarried }) : '',
    item.cameFrom !== null && dayOf !== undefined ? say('agenda.cameFrom', { when: dayOf(item.cameFrom.start) }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** "40 of 45 min", or that it is more than the meeting holds. */
export function plannedWords(view: Pick<MeetingResponse, 'items' | 'meeting'>): string {
  const { used, minutes } = plannedMinutes(view);
  return used > minutes ? say('agenda.plannedOver', { used, minutes }) : say('agenda.planned', { used, minutes });
}

/** The minutes the agenda asks for, and those of the meeting. */
export function plannedMinutes({ items, meeting }: Pick<MeetingResponse, 'items' | 'meeting'>): {
  used: number;
  minutes: number;
} {
  return {
    used: items.reduce((sum, item) => sum + item.minutes, 0),
    minutes: minutesBetween(meeting.start, meeting.end),
  };
}
