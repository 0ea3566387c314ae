import type { Meeting } from '../meeting/meeting.ts';
import type { PolicyPack } from '../policy/policy.ts';
import type { StandingItem } from '../policy/topic.ts';
import type { AgendaItem } from './agenda-item.ts';

/** The items a policy starts every agenda with, in its order. */
export function standingItemsFor(pack: PolicyPack): StandingItem[] {
  return pack.rules.flatMap((rule) => (rule.kind === 'standing-items' ? rule.items : []));
}

/** The order to talk in: last time's actions, then what is urgent, then as the two arranged it. */
export function orderItems<Item extends AgendaItem>(items: readonly Item[], standing: readonly StandingItem[]): Item[] {
  const first = new Set(standing.filter(({ shows }) => shows === 'last-actions').map(({ id }) => id));
  const rank = (item: Item): number => {
    if (item.standingId !== null && first.has(item.standingId)) return 0;
    return item.urgency === 'urgent' ? 1 : 2;
  };
  return [...items].sort((one, other) => rank(one) - rank(other) || one.position - other.position);
}

/** What stands on an agenda: not what has gone to another meeting. */
export function onAgenda<Item extends AgendaItem>(items: readonly Item[]): Item[] {
  return items.filter(({ state }) => state !== 'carried' && state !== 'adjourned');
}

/** The minutes an agenda asks for, items already discussed included, and those that have gone to another meeting not. */
export function minutesPlanned(items: readonly AgendaItem[]): number {
  return onAgenda(items).reduce((sum, item) => sum + item.minutes, 0);
}

export type Agreement = 'none' | 'supervisor' | 'employee' | 'both';

/** Who has agreed to the agenda as it stands now. An agreement to an earlier version no longer counts. */
export function agreementState(meeting: Meeting): Agreement {
  const supervisor = meeting.agreedBySupervisor === meeting.agendaVersion;
  const employee = meeting.agreedByEmployee === meeting.agendaVersion;
  if (supervisor && employee) return 'both';
  if (supervisor) return 'supervisor';
  return employee ? 'employee' : 'none';
}

/** An item on its way to the next meeting's agenda, which gives it its own id. */
export type CarriedItem = Omit<AgendaItem, 'id' | 'meetingId'>;

/** What was not talked about and goes to the next meeting, in order. Standing items do not: the next agenda has its own. */
export function carryOver(items: readonly AgendaItem[]): CarriedItem[] {
  return items
    .filter(({ state, standingId }) => state === 'open' && standingId === null)
    .sort((one, other) => one.position - other.position)
    .map((item, index) => ({
      title: item.title,
      note: item.note,
      topicId: item.topicId,
      behaviourId: item.behaviourId,
      kindId: item.kindId,
      standingId: null,
      raisedBy: item.raisedBy,
      urgency: item.urgency,
      minutes: item.minutes,
      position: index + 1,
      state: 'open',
      timesCarried: item.timesCarried + 1,
      carriedFromId: item.id,
    }));
}
