import type { MeetingDue, MeetingKindRule } from './meeting-rules.ts';
import type { YearlyConversationRule } from './person-rules.ts';
import type { FormField, FormSection, RecordFormRule } from './record-form.ts';
import type { MonitoringRule, RetentionRule, VisibilityRule } from './record-rules.ts';
import type { Caution } from './conversation-rules.ts';
import type { StandingItem, Topic } from './topic.ts';

import { drops, isGone, lacks, loses, type Named } from './lost.ts';
import { weakeningsIn, type Weakening } from './weakening.ts';

/** Whether a topic, or the measures it shows, is no longer there. */
export function dropsTopics(now: readonly Topic[], before: readonly Topic[]): boolean {
  return loses(now, before, (one, old) => old.measures === true && one.measures !== true);
}

/** Whether a standing item no longer shows what it showed. */
export function isLessItem(now: StandingItem, before: StandingItem): boolean {
  return isGone(now.shows, before.shows) || isGone(now.topicId, before.topicId);
}

function isAskedLater(now: MeetingDue | null, before: MeetingDue | null): boolean {
  if (before === null) return false;
  if (now?.kind === 'after-start' && before.kind === 'after-start') return now.days > before.days;
  if (now?.kind !== 'yearly' || before.kind !== 'yearly') return true;
  return JSON.stringify(now.anchor) !== JSON.stringify(before.anchor) || now.windowDays > before.windowDays;
}

/** What of a kind of meeting would be less. */
export function meetingKind(now: MeetingKindRule, before: MeetingKindRule): Weakening[] {
  return weakeningsIn({
    'another-kind': now.meetingKind !== before.meetingKind,
    'counts-more': now.counts && !before.counts,
    'asked-later': isAskedLater(now.due, before.due),
    'something-dropped': dropsTopics(now.topics, before.topics),
    'no-longer-apart': before.apart && !now.apart,
  });
}

/** Whether a caution would speak up less, or no longer name the right to representation. */
export function isLessCaution(now: Caution, before: Caution): boolean {
  return (
    lacks(now.phrases, before.phrases) ||
    lacks(now.marks, before.marks) ||
    (before.representation !== null && now.representation === null)
  );
}

function isLessSection(now: FormSection, before: FormSection): boolean {
  return (
    now.holds !== before.holds || lacks(now.topicIds, before.topicIds) || (before.notApplicable && !now.notApplicable)
  );
}

function isOtherField(now: FormField, before: FormField): boolean {
  return now.source !== before.source;
}

function isWrittenByOther(now: RecordFormRule, before: RecordFormRule): boolean {
  const sections = loses(now.sections, before.sections, (one, old) => isGone(one.writtenBy, old.writtenBy));
  const isFilledByOther = (one: FormField, old: FormField): boolean => one.filledBy !== old.filledBy;
  return sections || loses(now.head, before.head, isFilledByOther) || loses(now.foot, before.foot, isFilledByOther);
}

/** What of a form would be missing, or written by somebody else. */
export function recordForm(now: RecordFormRule, before: RecordFormRule): Weakening[] {
  return weakeningsIn({
    'something-dropped':
      lacks(now.meetingKinds, before.meetingKinds) ||
      loses(now.sections, before.sections, isLessSection) ||
      loses(now.head, before.head, isOtherField) ||
      loses(now.foot, before.foot, isOtherField),
    'someone-else-writes': isWrittenByOther(now, before),
  });
}

/** Whether records would be kept shorter or elsewhere. */
export function retention(now: RetentionRule, before: RetentionRule): Weakening[] {
  const isShorter =
    before.keptFor === 'employment' || now.keptFor === 'employment'
      ? now.keptFor !== before.keptFor
      : now.keptFor.years < before.keptFor.years;
  return weakeningsIn({ 'kept-otherwise': isShorter || now.keptBy !== before.keptBy || now.then !== before.then });
}

/** Whether more people could read; without a rule, only the two. */
export function visibility(now: VisibilityRule, before: VisibilityRule | null): Weakening[] {
  return weakeningsIn({
    'more-readers':
      lacks(before?.readers ?? ['pair'], now.readers) || (now.hrSeesContent && before?.hrSeesContent !== true),
    'more-exceptions': drops(before?.exceptions ?? [], now.exceptions),
  });
}

/** Whether it would be looked at less. */
export function monitoring(now: MonitoringRule, before: MonitoringRule): Weakening[] {
  const often = [null, 'year', 'quarter'] as const;
  return weakeningsIn({
    'monitored-less':
      often.indexOf(now.every) < often.indexOf(before.every) || (before.shortfall !== null && now.shortfall === null),
  });
}

/** What of the yearly conversation would be less, or decided otherwise. */
export function yearlyConversation(now: YearlyConversationRule, before: YearlyConversationRule): Weakening[] {
  const isOther = (one: Named, other: Named): boolean => drops(one, other) || drops(other, one);
  const [appeal, had] = [now.appeal, before.appeal];
  return weakeningsIn({
    'someone-else-writes': now.drivenBy !== before.drivenBy,
    'asks-less': before.colleagueFeedback && !now.colleagueFeedback,
    'outcome-changed': isOther(now.ratings, before.ratings) || isOther(now.payStep, before.payStep),
    'appeal-narrowed':
      had !== null &&
      (appeal === null ||
        appeal.withinDays < had.withinDays ||
        appeal.acknowledgedWithinDays > had.acknowledgedWithinDays),
  });
}
