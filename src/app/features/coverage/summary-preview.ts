import type { ActionView } from '#contract/actions.ts';
import type { AgendaItemView } from '#contract/agenda.ts';
import type { DeliveryView, MeetingResponse } from '#contract/meetings.ts';

/** What the summary of a meeting will say, as it stands now. */
export interface SummaryPreviewView {
  readonly actions: readonly ActionView[];
  readonly doneCount: number;
  readonly pointCount: number;
  readonly praiseCount: number;
  /** Items that move to the next meeting; standing ones do not, the next has its own. */
  readonly moving: readonly AgendaItemView[];
}

const noDate = '9999-12-31';

/** The summary before it is sent, from what the two see. */
export function previewOf(
  view: Pick<MeetingResponse, 'newActions' | 'lastActions' | 'points' | 'items'>,
): SummaryPreviewView {
  const all = [...view.newActions, ...view.lastActions];
  const byDate = (one: ActionView, other: ActionView): number =>
    (one.dueOn ?? noDate) < (other.dueOn ?? noDate) ? -1 : 1;
  return {
    actions: all.filter(({ state }) => state === 'open').sort(byDate),
    doneCount: all.filter(({ state }) => state === 'done').length,
    pointCount: view.points.length,
    praiseCount: view.points.filter(({ mark }) => mark === 'praise').length,
    moving: view.items.filter(({ state, standingId }) => state !== 'discussed' && standingId === null),
  };
}

/** The summary mail of a meeting, where one was promised. */
export function summaryDelivery(deliveries: readonly DeliveryView[]): DeliveryView | null {
  return deliveries.filter(({ kind }) => kind === 'send-summary').at(-1) ?? null;
}
