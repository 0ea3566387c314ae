import type { Instant } from '../time-types.ts';

export type AgendaItemState = 'open' | 'discussed' | 'carried' | 'adjourned';
export type Urgency = 'normal' | 'urgent';

/** Something to talk about. The policy's standing items are raised by nobody. */
export interface AgendaItem {
  readonly id: string;
  readonly meetingId: string;
  readonly title: string;
  readonly note: string | null;
  readonly topicId: string | null;
  /** One of the kinds the policy offers (OD3a-11); null: none of them. */
  readonly kindId: string | null;
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
  /** The question of the policy it answers (ESS-3); null: none. */
  readonly promptId: string | null;
  /** The agenda item it became, once shared. */
  readonly sharedItemId: string | null;
}
