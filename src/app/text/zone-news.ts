import type { NewsView } from '#contract/following.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant, Zone } from '#core/time-types.ts';
import { sayTime, sayZone } from './dates.ts';
import './say-later.ts';
import { say } from './say.ts';

/** "05:00", or "23:00 the day before" where it falls on another day than where the series is kept. */
function theirTime(at: Instant, zone: Zone, home: Zone): string {
  const time = sayTime(at, zone);
  const [day, homeDay] = [localDateOf(at, zone), localDateOf(at, home)];
  if (day === homeDay) return time;
  return day < homeDay ? say('news.zone.dayBefore', { time }) : say('news.zone.dayAfter', { time });
}

/** That somebody's calendar is in another zone now, and what that makes of the one-to-ones. */
export function zoneWords({ by, from, zones }: Pick<NewsView, 'by' | 'from' | 'zones'>, name: string): string {
  if (zones === null) return '';
  const isOwn = by === 'me';
  const zone = sayZone(zones.to);
  const sentences = [isOwn ? say('news.zone.own', { zone }) : say('news.zone.other', { name, zone })];
  if (from !== null && zones.series !== null) {
    const home = { time: sayTime(from.start, zones.series), home: sayZone(zones.series) };
    const theirs = theirTime(from.start, zones.to, zones.series);
    const stays = { ...home, theirs };
    if (theirs === home.time) sentences.push(say('news.zone.stays', home));
    else sentences.push(isOwn ? say('news.zone.staysForYou', stays) : say('news.zone.staysFor', { ...stays, name }));
  }
  if (zones.isOutside) sentences.push(isOwn ? say('news.zone.outsideYours') : say('news.zone.outside', { name }));
  return sentences.join(' ');
}
