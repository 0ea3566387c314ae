import type { Action } from '../actions/action.ts';
import type { AgendaItem } from '../agenda/agenda-item.ts';
import type { Topic } from '../policy/topic.ts';
import type { CoverageTick, Point } from './point.ts';

export type CoveredBy = 'point' | 'action' | 'item' | 'tick';

/** Whether a meeting touched on a topic, and the strongest sign of it. */
export interface TopicCoverage {
  readonly topicId: string;
  readonly covered: boolean;
  readonly by: CoveredBy | null;
}

/** What of a policy's topics one meeting has covered so far (OUT-2). A point or action under an agenda item counts for the item's topic; an item alone counts once discussed. */
export function coverageOf(
  topics: readonly Topic[],
  items: readonly AgendaItem[],
  points: readonly Point[],
  actions: readonly Action[],
  ticks: readonly CoverageTick[],
): TopicCoverage[] {
  const topicOfItem = new Map(items.map((item) => [item.id, item.topicId]));
  const topicOf = (line: { readonly topicId: string | null; readonly itemId: string | null }): string | null =>
    line.topicId ?? (line.itemId === null ? null : (topicOfItem.get(line.itemId) ?? null));
  const signs: readonly [CoveredBy, ReadonlySet<string | null>][] = [
    ['point', new Set(points.map(topicOf))],
    ['action', new Set(actions.map(topicOf))],
    ['item', new Set(items.filter(({ state }) => state === 'discussed').map(({ topicId }) => topicId))],
    ['tick', new Set(ticks.map(({ topicId }) => topicId))],
  ];
  return topics.map(({ id }) => {
    const by = signs.find(([, covered]) => covered.has(id))?.[0] ?? null;
    return { topicId: id, covered: by !== null, by };
  });
}
