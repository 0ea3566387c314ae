import type { OwnStandingItem } from '#core/agenda/own-standing-item.ts';

/** What a pair puts on every agenda to come (OD3a-11). */
export interface OwnStandingItems {
  find(id: string): Promise<OwnStandingItem | null>;
  ofPair(pairId: string): Promise<readonly OwnStandingItem[]>;
  save(item: OwnStandingItem): Promise<void>;
  remove(id: string): Promise<void>;
}
