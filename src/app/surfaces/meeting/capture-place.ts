import type { MeetingResponse } from '#contract/meetings.ts';

/** What the next typed line will stand under: the open agenda item, a topic of the policy, or neither. */
export interface CapturePlace {
  readonly itemId: string | null;
  readonly topicId: string | null;
  /** The heading chosen by hand; left out or null: none. */
  readonly sectionId?: string | null;
}

/** The item to talk about first: the first not talked about that is more than looking back on actions. */
export function firstItem({ items }: Pick<MeetingResponse, 'items'>): CapturePlace {
  const open = items.filter(({ state }) => state === 'open');
  const first = open.find(({ shows }) => shows !== 'last-actions') ?? open[0];
  return { itemId: first?.id ?? null, topicId: null };
}

/** Where a line goes and how that is called. An item that was taken off meanwhile counts no more. */
export function placeOf(
  view: Pick<MeetingResponse, 'items' | 'coverage'>,
  place: CapturePlace,
): CapturePlace & { readonly about: string | null } {
  const item = view.items.find(({ id }) => id === place.itemId);
  const sectionId = place.sectionId ?? null;
  if (item !== undefined) return { itemId: item.id, topicId: item.topicId, sectionId, about: item.title };
  const topic = view.coverage.topics.find(({ topicId }) => topicId === place.topicId);
  return { itemId: null, topicId: topic?.topicId ?? null, sectionId, about: topic?.title ?? null };
}
