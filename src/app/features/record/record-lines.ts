import type { ActionView } from '#contract/actions.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { PointView } from '#contract/record.ts';

/** A line of the record, in the order it was written. */
export type RecordLine =
  | { readonly kind: 'point'; readonly at: string; readonly point: PointView }
  | { readonly kind: 'action'; readonly at: string; readonly action: ActionView };

type Recorded = Pick<MeetingResponse, 'items' | 'points' | 'newActions'>;

/** Points and new actions under an agenda item; null: those under none, or under one that is no longer there. */
export function linesOf({ items, points, newActions }: Recorded, itemId: string | null): RecordLine[] {
  const known = new Set(items.map(({ id }) => id));
  const belongs = (one: { readonly itemId: string | null }): boolean =>
    itemId === null ? one.itemId === null || !known.has(one.itemId) : one.itemId === itemId;
  const lines: RecordLine[] = [
    ...points.filter(belongs).map((point): RecordLine => ({ kind: 'point', at: point.at, point })),
    ...newActions.filter(belongs).map((action): RecordLine => ({ kind: 'action', at: action.createdAt, action })),
  ];
  return lines.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
