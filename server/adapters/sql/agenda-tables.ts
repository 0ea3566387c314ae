import type { AgendaItemState, Urgency } from '#core/agenda/agenda-item.ts';
import type { SingleEventPurpose, SingleEventState } from '#core/event/single-event.ts';
import type { Instant } from '#core/time-types.ts';
import type { Belonging } from './belonging.ts';

interface AgendaItemRow extends Belonging {
  id: string;
  meeting_id: string;
  title: string;
  note: string | null;
  topic_id: string | null;
  kind_id: string | null;
  standing_id: string | null;
  behaviour_id: string | null;
  raised_by: string | null;
  urgency: Urgency;
  minutes: number;
  position: number;
  state: AgendaItemState;
  times_carried: number;
  carried_from_id: string | null;
}

interface JottingRow extends Belonging {
  id: string;
  meeting_id: string;
  author_id: string;
  words: string;
  at: Instant;
  prompt_id: string | null;
  shared_item_id: string | null;
}

interface SingleEventRow extends Belonging {
  id: string;
  meeting_id: string;
  purpose: SingleEventPurpose;
  owner_id: string;
  state: SingleEventState;
  starts_at: Instant;
  ends_at: Instant;
  event_id: string | null;
  ical_uid: string | null;
  join_url: string | null;
  chat_id: string | null;
}

interface OwnStandingItemRow extends Belonging {
  id: string;
  title: string;
  kind_id: string | null;
  minutes: number;
  raised_by: string;
  at: Instant;
}

interface PreparationWishRow extends Belonging {
  person_id: string;
  minutes: number;
}

/** What agendas are made of, and the events of meetings that are no part of a series. */
export interface AgendaTables {
  agenda_item: AgendaItemRow;
  jotting: JottingRow;
  single_event: SingleEventRow;
  own_standing_item: OwnStandingItemRow;
  preparation_wish: PreparationWishRow;
}
