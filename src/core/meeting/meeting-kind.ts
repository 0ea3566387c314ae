import type { MeetingKindRule } from '../policy/meeting-rules.ts';
import type { PolicyRule } from '../policy/rules.ts';
import type { Topic } from '../policy/topic.ts';
import { Refusal } from '../refusal.ts';
import type { ApartTime } from '../slots/slot.ts';
import { addMinutes, minutesBetween } from '../time.ts';
import type { Instant } from '../time-types.ts';
import type { Meeting, MeetingKind } from './meeting.ts';

/** What the policy says of a kind of meeting; null: nothing. */
export function kindRule(rules: readonly PolicyRule[], kind: MeetingKind): MeetingKindRule | null {
  return (
    rules.find((rule): rule is MeetingKindRule => rule.kind === 'meeting-kind' && rule.meetingKind === kind) ?? null
  );
}

/** Whether a meeting of a kind counts as a one-to-one (OD3a-2). */
export function countsAsOneToOne(rules: readonly PolicyRule[], kind: MeetingKind): boolean {
  return kind === 'one-to-one' || (kindRule(rules, kind)?.counts ?? false);
}

/** What a meeting of a kind covers, and by which clause: a one-to-one what the coverage rule says, any other what its own rule says (OUT-2, CAREER-1). */
export function coveredBy(
  rules: readonly PolicyRule[],
  kind: MeetingKind,
): { readonly clause: string | null; readonly topics: readonly Topic[] } {
  if (kind !== 'one-to-one') {
    const rule = kindRule(rules, kind);
    return { clause: rule?.clause ?? null, topics: rule?.topics ?? [] };
  }
  const coverage = rules.filter((rule) => rule.kind === 'coverage');
  return { clause: coverage[0]?.clause ?? null, topics: coverage.flatMap(({ topics }) => topics) };
}

/** Lets through what may be planned on its own: a follow-up, and the kinds the policy knows. @throws Refusal meeting-kind-unknown */
export function requirePlannableKind(rules: readonly PolicyRule[], kind: MeetingKind): void {
  if (kind === 'follow-up') return;
  if (kind === 'one-to-one' || kindRule(rules, kind) === null) throw new Refusal('meeting-kind-unknown', { kind });
}

/** Whether a time is one in which a one-to-one stands, or would stand had it not been moved or cancelled (OUT-11). */
export function standsInOneToOne(meetings: readonly Meeting[], start: Instant, end: Instant): boolean {
  return meetings.some((one) => {
    if (one.kind !== 'one-to-one') return false;
    const length = minutesBetween(one.start, one.end);
    const begins = one.movedFrom === null ? [one.start] : [one.start, one.movedFrom];
    return begins.some((begin) => begin < end && start < addMinutes(begin, length));
  });
}

/** The times of meetings still to be held that one-to-ones keep clear of, with what the policy calls them (OUT-11). */
export function timesApart(rules: readonly PolicyRule[], meetings: readonly Meeting[]): ApartTime[] {
  return meetings.flatMap(({ kind, state, start, end }) => {
    const rule = kindRule(rules, kind);
    return rule?.apart === true && (state === 'planned' || state === 'open') ? [{ start, end, label: rule.title }] : [];
  });
}

/** A one-to-one never takes the time of a meeting that has to stand apart (OUT-11). @throws Refusal slot-kept-apart with the day */
export function requireClear(
  rules: readonly PolicyRule[],
  meetings: readonly Meeting[],
  spans: readonly { readonly start: Instant; readonly end: Instant }[],
): void {
  const apart = timesApart(rules, meetings);
  const taken = spans.find((span) => apart.some(({ start, end }) => start < span.end && end > span.start));
  if (taken !== undefined) throw new Refusal('slot-kept-apart', { date: taken.start.slice(0, 10) });
}

/** A meeting that has to stand apart never takes a one-to-one’s time, nor a one-to-one its (OUT-11). @throws Refusal slot-of-one-to-one, slot-kept-apart */
export function requireApart(
  rules: readonly PolicyRule[],
  kind: MeetingKind,
  meetings: readonly Meeting[],
  span: { readonly start: Instant; readonly end: Instant },
): void {
  if (kind === 'one-to-one') requireClear(rules, meetings, [span]);
  const rule = kindRule(rules, kind);
  if (rule?.apart === true && standsInOneToOne(meetings, span.start, span.end))
    throw new Refusal('slot-of-one-to-one', { clause: rule.clause });
}
