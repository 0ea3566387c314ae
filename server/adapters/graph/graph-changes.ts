import type { Instant } from '#core/time-types.ts';
import type { CalendarChanges } from '#server/ports/outlook.ts';
import { Failure } from '#server/ports/failures.ts';
import { unexpectedShape } from './graph-failure.ts';
import { deltaAnswer } from './graph-following-schemas.ts';
import type { GraphCaller } from './graph-http.ts';

/** Asks for long pages, and each time in the same way: a link belongs to how it was asked for. */
const headers = { Prefer: 'odata.maxpagesize=200, outlook.timezone="UTC"' };
const mostPages = 200;

const tooOld = new Set(['syncstatenotfound', 'resyncrequired', 'syncstateinvalid']);

function isTooOld(error: unknown): boolean {
  if (!(error instanceof Failure)) return false;
  return error.code === 'outlook-missing' || tooOld.has(error.details.outsideCode?.toLowerCase() ?? '');
}

/**
 * What changed in a calendar since a link was given. Graph tells of occurrences by stubs that name their master, which
 * is what is to be read then. Null: the link is too old.
 */
export async function readChanges(
  caller: GraphCaller,
  base: string,
  deltaLink: string | null,
  span: { readonly from: Instant; readonly until: Instant },
): Promise<CalendarChanges | null> {
  const eventIds = new Set<string>();
  const versions = new Map<string, string>();
  const differing = new Set<string>();
  const below = (link: string): string => {
    if (!link.startsWith(`${base}/`)) throw unexpectedShape('reads', 'foreign delta link');
    return link.slice(base.length);
  };
  let path =
    deltaLink === null
      ? `/me/calendarView/delta?startDateTime=${span.from}&endDateTime=${span.until}`
      : below(deltaLink);
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await caller.read({ method: 'GET', path, headers }, deltaAnswer);
      for (const { id, type, seriesMasterId, '@odata.etag': version } of answer.value) {
        eventIds.add(seriesMasterId ?? id);
        if (seriesMasterId == null && version != null) versions.set(id, version);
        if (seriesMasterId != null && type !== 'occurrence') differing.add(seriesMasterId);
      }
      const next = answer['@odata.nextLink'];
      if (next === undefined) {
        for (const id of differing) versions.delete(id);
        return { eventIds, versions, deltaLink: answer['@odata.deltaLink'] ?? null };
      }
      path = below(next);
    }
  } catch (error) {
    if (deltaLink !== null && isTooOld(error)) return null;
    throw error;
  }
  // Longer than anybody's calendar: begin anew next time.
  return { eventIds, versions: new Map(), deltaLink: null };
}
