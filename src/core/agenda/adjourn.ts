import { requirePlanned } from '../meeting/meeting-life.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { Refusal } from '../refusal.ts';
import type { AgendaItem } from './agenda-item.ts';

/**
 * Takes an item off one meeting and puts it at the end of a later one's agenda (OD3a-12).
 * @throws Refusal agenda-changed where it has left already, not-allowed for an item the policy puts on every agenda,
 * bad-request for a meeting that is not later, and what keeps a meeting from being planned
 */
export function adjourn(
  item: AgendaItem,
  from: Meeting,
  to: { readonly id: string; readonly meeting: Meeting; readonly waiting: readonly AgendaItem[] },
): { readonly left: AgendaItem; readonly arrived: AgendaItem } {
  if (item.state === 'carried' || item.state === 'adjourned') throw new Refusal('agenda-changed');
  if (item.standingId !== null && item.raisedBy === null) throw new Refusal('not-allowed', { what: 'standing-item' });
  requirePlanned(to.meeting);
  if (to.meeting.id === from.id || to.meeting.start <= from.start) throw new Refusal('bad-request', { what: 'to' });
  const last = Math.max(0, ...to.waiting.map(({ position }) => position));
  return {
    left: { ...item, state: 'adjourned' },
    arrived: {
      ...item,
      id: to.id,
      meetingId: to.meeting.id,
      standingId: null,
      state: 'open',
      position: last + 1,
      timesCarried: item.timesCarried + 1,
      carriedFromId: item.id,
    },
  };
}

/**
 * Items of a meeting that will not be held whose first meeting still goes on: they go back there, open again (OD3a-12). `went`: how they had
 * left it; carried ones come back where a meeting that was passed over is held after all.
 */
export function broughtBack(
  left: readonly AgendaItem[],
  sources: readonly AgendaItem[],
  stillGoing: ReadonlySet<string>,
  went: 'adjourned' | 'carried' = 'adjourned',
): { readonly gone: readonly AgendaItem[]; readonly back: readonly AgendaItem[] } {
  const sourceOf = new Map(sources.map((item) => [item.id, item]));
  const pairs = left.flatMap((item) => {
    const source = item.carriedFromId === null ? undefined : sourceOf.get(item.carriedFromId);
    const returns = item.state === 'open' && source?.state === went && stillGoing.has(source.meetingId);
    return returns ? [{ item, source }] : [];
  });
  return {
    gone: pairs.map(({ item }) => ({ ...item, state: 'carried' })),
    back: pairs.map(({ item, source }) => ({
      ...source,
      title: item.title,
      note: item.note,
      urgency: item.urgency,
      minutes: item.minutes,
      state: 'open',
    })),
  };
}
