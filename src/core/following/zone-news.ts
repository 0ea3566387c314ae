import type { Meeting } from '../meeting/meeting.ts';
import type { Party } from '../people/pair.ts';
import type { MailboxClock } from '../people/mailbox-clock.ts';
import type { Series } from '../series/series.ts';
import { isInHours, usualHours } from '../slots/working-hours.ts';
import { localDateOf } from '../time.ts';
import type { Instant, Zone } from '../time-types.ts';
import { ruleOf } from './base.ts';
import { newsOf, type NewsFact } from './news.ts';
import { sameClock } from './rule-changes.ts';

/** The zones a pair's two were last known to work in. */
export type ZonesBase = Readonly<Record<Party, Zone>>;

/** What of a pair bears on what another zone means for it. */
export interface ZoneReading {
  /** Null: they have none now. */
  readonly series: Series | null;
  readonly meetings: readonly Meeting[];
  /** What was read of their mailboxes just now; others are taken to work from nine to five. */
  readonly clocks: Readonly<Partial<Record<Party, MailboxClock>>>;
  readonly now: Instant;
}

/** The next one-to-one of the series, which says on which clocks it stands. */
function nextOf({ series, meetings, now }: ZoneReading): Meeting | null {
  if (series === null || series.state === 'gone' || series.state === 'ended') return null;
  return (
    meetings.find(({ seriesId, state, start }) => seriesId === series.id && state === 'planned' && start > now) ?? null
  );
}

/** What it means that one of the two works in another zone now; nothing where both names stand for one clock. */
export function zoneNews(before: ZonesBase, after: ZonesBase, reading: ZoneReading): NewsFact[] {
  const { series, clocks, now } = reading;
  const next = nextOf(reading);
  return (['supervisor', 'employee'] as const).flatMap((party) => {
    const [from, to] = [before[party], after[party]];
    if (sameClock(from, to, localDateOf(now, to))) return [];
    const hours = clocks[party]?.hours ?? usualHours(to);
    return [
      newsOf('mailbox-zone-changed', {
        meetingId: null,
        by: party === 'supervisor' ? 'organiser' : 'attendee',
        from: next === null ? null : { start: next.start, end: next.end },
        rule: series === null || next === null ? null : ruleOf(series.plan),
        zones: { from, to, isOutside: next !== null && !isInHours(hours, next) },
      }),
    ];
  });
}
