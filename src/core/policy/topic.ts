/** Something a meeting should touch on (OUT-2). */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** Ways in, offered where nothing has been said yet. */
  readonly prompts: readonly string[];
  /** True: the topic shows the pair's measures. */
  readonly measures?: boolean | undefined;
}

/** An item every agenda starts with. */
export interface StandingItem {
  readonly id: string;
  readonly title: string;
  readonly topicId: string | null;
  readonly minutes: number;
  /** What the item shows beside its title: last time's actions, or the measures. */
  readonly shows: 'last-actions' | 'measures' | null;
}
