import type { Instant, Zone } from '../time-types.ts';
import type { Guest, OutlookRule, Span } from './outlook.ts';

/** What can happen to a pair's meetings in Outlook. */
export const newsKinds = [
  'meeting-moved',
  'meeting-shortened',
  'meeting-lengthened',
  'meeting-cancelled',
  'meeting-restored',
  'meeting-added',
  'both-changed',
  'accepted',
  'tentative',
  'declined',
  'new-time-proposed',
  'somebody-added',
  'attendee-removed',
  'series-moved',
  'series-shortened',
  'series-lengthened',
  'rule-changed',
  'zone-changed',
  'series-cut-short',
  'series-extended',
  'series-gone',
  're-created-by-hand',
  'mailbox-gone',
  'attendee-left',
  'mailbox-zone-changed',
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** Something that happened in Outlook, as facts. Nobody's words. */
export interface NewsFact {
  readonly kind: NewsKind;
  /** Null: about the series as a whole. */
  readonly meetingId: string | null;
  /** Who did it, or whom it is about, where Outlook lets that be known: only the organiser can change a meeting, only the invited can answer. */
  readonly by: 'organiser' | 'attendee' | null;
  /** Where it stood. */
  readonly from: Span | null;
  /** Where it stands now, or the time that is asked for; null: nowhere. */
  readonly to: Span | null;
  readonly guest: Guest | null;
  /** The rule now, where the series as a whole changed or is what it is about. */
  readonly rule: OutlookRule | null;
  /** The series found, where one was made by hand. */
  readonly eventId: string | null;
  /** Where somebody works in another zone now, and whether the series lies outside the hours they work there. */
  readonly zones: { readonly from: Zone; readonly to: Zone; readonly isOutside: boolean } | null;
}

/** News of which only what matters is said. */
export function newsOf(
  kind: NewsKind,
  facts: Partial<Omit<NewsFact, 'kind'>> & Pick<NewsFact, 'meetingId' | 'by'>,
): NewsFact {
  return { kind, from: null, to: null, guest: null, rule: null, eventId: null, zones: null, ...facts };
}

/** When the pair's series was last found to be gone, of what was told of it; before everything where it never was. */
export function wentAt(news: readonly (Pick<NewsFact, 'kind'> & { readonly at: Instant })[]): Instant {
  const went = news.filter(({ kind }) => kind === 'series-gone' || kind === 'mailbox-gone');
  return went.reduce((latest, { at }) => (at > latest ? at : latest), '');
}
