import type { SeriesPlan } from '#core/series/series.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';
import type { AgendaForPaper } from './documents.ts';

/** What may be promised to Microsoft 365, as data. Bodies are kept and retried byte for byte. */
export type EffectBody =
  | {
      readonly kind: 'create-series';
      readonly seriesId: string;
      readonly attendeeId: string;
      readonly subject: string;
      readonly note: string;
    }
  | { readonly kind: 'install-panel'; readonly seriesId: string }
  | { readonly kind: 'install-panel'; readonly singleEventId: string; readonly meetingId: string }
  | {
      readonly kind: 'create-event';
      readonly singleEventId: string;
      /** Null: time one of the two keeps for themselves, nobody else's to read of. */
      readonly meetingId: string | null;
      readonly attendeeId: string | null;
      /** Asked besides, to a meeting of three; left out where it is one of two, so that older promises are the same to the byte. */
      readonly otherIds?: readonly string[];
      readonly subject: string;
      readonly note: string;
      readonly isPrivate: boolean;
      readonly start: Instant;
      readonly end: Instant;
      readonly zone: Zone;
    }
  | {
      readonly kind: 'move-event';
      readonly singleEventId: string;
      readonly meetingId: string | null;
      readonly start: Instant;
      readonly end: Instant;
    }
  | {
      readonly kind: 'cancel-event';
      readonly singleEventId: string;
      readonly meetingId: string | null;
      readonly comment: string;
    }
  | {
      readonly kind: 'move-occurrence';
      readonly seriesId: string;
      readonly meetingId: string;
      readonly originalDate: LocalDate;
      readonly was: Instant;
      readonly start: Instant;
      readonly end: Instant;
    }
  | {
      readonly kind: 'cancel-occurrence';
      readonly seriesId: string;
      readonly meetingId: string;
      readonly start: Instant;
      readonly comment: string;
    }
  /** Gives a series another rule, in place: the same event, the same join address. */
  | {
      readonly kind: 'change-series';
      readonly seriesId: string;
      readonly plan: SeriesPlan;
      /** The rule before, which Outlook has until then. */
      readonly was: SeriesPlan;
    }
  | { readonly kind: 'end-series'; readonly seriesId: string; readonly comment: string }
  | {
      readonly kind: 'publish-agenda';
      /** Null: the meeting has an event of its own. */
      readonly seriesId: string | null;
      readonly meetingId: string;
      readonly agendaVersion: number;
      readonly html: string;
      readonly documentName: string;
      readonly documentBase64: string;
      readonly documentType: string;
      /** What was written, so that it can be written for another day; older promises are without. */
      readonly agenda?: AgendaForPaper;
      /** It was shared before and comes back, whatever has been changed since: only what both agree to replaces it. */
      readonly again?: true;
    }
  | {
      readonly kind: 'send-summary';
      readonly meetingId: string;
      readonly recipientId: string;
      readonly subject: string;
      readonly html: string;
    };

export type ParkedFor =
  | 'unconfirmed'
  | 'consent-needed'
  | 'sign-in-needed'
  | 'claims-needed'
  | 'application-refused'
  | 'outlook-forbidden'
  | 'outlook-missing'
  | 'outlook-refused'
  | 'tried-too-often';

export type EffectState = 'promised' | 'done' | 'parked' | 'withdrawn';

/** A change promised to Microsoft 365, kept until it is done, parked for a person, or withdrawn. */
export interface Effect {
  readonly id: string;
  readonly tenantId: string;
  readonly pairId: string;
  /** On whose behalf. */
  readonly actingId: string;
  readonly body: EffectBody;
  readonly state: EffectState;
  /** Effects of one lane are kept one after the other, in order of promise: a series id, mostly. */
  readonly lane: string;
  readonly attempts: number;
  readonly nextAt: Instant;
  /** Set, and committed, before the call leaves; so a kill in between is a doubt that is known of. */
  readonly submittedAt: Instant | null;
  readonly parkedFor: ParkedFor | null;
  readonly claims: string | null;
  readonly promisedAt: Instant;
  readonly settledAt: Instant | null;
  /** Part of booking for many, which lets everybody else's go first. */
  readonly forMany: boolean;
}
