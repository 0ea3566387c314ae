import type { Instant } from '../time-types.ts';

export type AgendaItemState = 'open' | 'discussed' | 'carried';
export type Urgency = 'normal' | 'urgent';

/** Something to talk about. Standing items are raised by nobody. */
export interface AgendaItem {
  readonly id: string;
  readonly meetingId: string;
  readonly title: string;
  readonly note: string | null;
  readonly topicId: string | null;
  readonly standingId: string | null;
  /** One of the organisation's behaviours it points at (ESS-10). */
  readonly behaviourId: string | null;
  readonly raisedBy: string | null;
  readonly urgency: Urgency;
  readonly minutes: number;
  readonly position: number;
  readonly state: AgendaItemState;
  /** How often it has come back from an earlier meeting. */
  readonly timesCarried: number;
  readonly carriedFromId: string | null;
}

/** A line of somebody's preparation: theirs alone until shared. */
export interface Jotting {
  readonly id: string;
  readonly meetingId: string;
  readonly authorId: string;
  readonly text: string;
  readonly at: Instant;
  /** The agenda item it became, once shared. */
  readonly sharedItemId: string | null;
}
