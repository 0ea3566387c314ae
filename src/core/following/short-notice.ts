import type { AgreementTerms } from '../agreement/agreement.ts';
import { noticeEnds } from '../agreement/what-it-drives.ts';
import { localDateOf } from '../time.ts';
import type { Instant, Zone } from '../time-types.ts';
import type { NewsFact, NewsKind } from './news.ts';

/** Kinds that put a meeting somewhere. */
const puts: ReadonlySet<NewsKind> = new Set<NewsKind>([
  'meeting-moved',
  'meeting-added',
  'meeting-restored',
  'both-changed',
]);

/** Whether news says where a meeting stands now. */
export function putsMeeting({ kind, to }: Pick<NewsFact, 'kind' | 'to'>): boolean {
  return to !== null && puts.has(kind);
}

/**
 * The days of notice the two agreed on, where a meeting was put sooner than that; null: it keeps to it, or they agreed on nothing
 * (OD3a-10). `at`: when it was put there; days are counted in `zone`.
 */
export function shortNotice(
  news: Pick<NewsFact, 'kind' | 'to'> & { readonly at: Instant },
  terms: Pick<AgreementTerms, 'noticeDays'> | null,
  zone: Zone,
): number | null {
  const days = terms?.noticeDays ?? 0;
  if (days === 0 || news.to === null || !putsMeeting(news)) return null;
  return localDateOf(news.to.start, zone) < noticeEnds(terms, localDateOf(news.at, zone)) ? days : null;
}
