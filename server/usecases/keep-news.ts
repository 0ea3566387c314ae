import type { NewsFact, NewsKind } from '#core/following/news.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';

/** What is told to whoever did it as well: something follows from it that they may not expect. */
const toldToBoth: ReadonlySet<NewsKind> = new Set<NewsKind>([
  'both-changed',
  'meeting-restored',
  'series-gone',
  'mailbox-gone',
  're-created-by-hand',
]);

function isToldToBoth({ kind, zones }: NewsFact): boolean {
  return toldToBoth.has(kind) || zones?.isOutside === true;
}

/** Keeps what happened in Outlook. Who did it knows already, mostly. */
export async function keepNews(
  tx: Transaction,
  needs: Pick<Needs, 'clock' | 'ids'>,
  about: { readonly pairId: string; readonly seriesId: string | null },
  news: readonly NewsFact[],
): Promise<void> {
  const at = needs.clock.now();
  await tx.following.addNews(
    news.map((fact) => ({
      ...fact,
      ...about,
      id: needs.ids.next(),
      at,
      seenBySupervisor: fact.by === 'organiser' && !isToldToBoth(fact),
      seenByEmployee: fact.by === 'attendee' && !isToldToBoth(fact),
    })),
  );
}

/** Takes back promises that Outlook has overtaken. */
export async function withdraw(
  tx: Transaction,
  needs: Pick<Needs, 'clock'>,
  effectIds: readonly string[],
): Promise<void> {
  for (const id of effectIds) {
    const effect = await tx.effects.find(id);
    if (effect !== null && (effect.state === 'promised' || effect.state === 'parked'))
      await tx.effects.save({ ...effect, state: 'withdrawn', settledAt: needs.clock.now() });
  }
}
