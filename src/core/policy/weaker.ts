import type { PolicyRule, RuleOf } from './rules.ts';
import { drops, isGone, lacks, loses } from './lost.ts';
import { weakeningsIn, type Weakening } from './weakening.ts';
import {
  dropsTopics,
  isLessCaution,
  isLessItem,
  meetingKind,
  monitoring,
  recordForm,
  retention,
  visibility,
  yearlyConversation,
} from './weaker-parts.ts';

/** How a unit's rule asks for less than the organisation's rule it takes the place of; of cadences, see `slackerCadences`. */
export function weaknessesOf(now: PolicyRule, before: PolicyRule): Weakening[] {
  /** The unit's rule as one of the kind. */
  const as = <Kind extends PolicyRule['kind']>(
    old: RuleOf<Kind>,
    compare: (one: RuleOf<Kind>, other: RuleOf<Kind>) => Weakening[],
  ): Weakening[] => (isOf(now, old) ? compare(now, old) : ['another-kind']);
  switch (before.kind) {
    case 'scope':
      return as(before, (one, old) => weakeningsIn({ 'covers-fewer': lacks(old.excludedGroups, one.excludedGroups) }));
    case 'cadence':
      return as(before, (one, old) => weakeningsIn({ 'another-kind': one.groupId !== old.groupId }));
    case 'meeting-kind':
      return as(before, meetingKind);
    case 'interval-reasons':
      return as(before, (one, old) => weakeningsIn({ 'more-reasons': drops(old.reasons, one.reasons) }));
    case 'agreement':
      return as(before, (one, old) =>
        weakeningsIn({
          'something-dropped': lacks(one.asks, old.asks),
          'reminded-later': one.reviewAfterMonths > old.reviewAfterMonths,
        }),
      );
    case 'coverage':
      return as(before, (one, old) => weakeningsIn({ 'something-dropped': dropsTopics(one.topics, old.topics) }));
    case 'standing-items':
      return as(before, (one, old) => weakeningsIn({ 'something-dropped': loses(one.items, old.items, isLessItem) }));
    case 'agenda':
      return as(before, (one, old) =>
        weakeningsIn({
          'something-dropped': drops(one.itemKinds, old.itemKinds),
          'asks-less': isGone(one.lengthAgreed, old.lengthAgreed) || isGone(one.adjournedGetDate, old.adjournedGetDate),
        }),
      );
    case 'preparation':
      return as(before, (one, old) =>
        weakeningsIn({
          'something-dropped': drops(one.prompts, old.prompts) || lacks(one.shows, old.shows),
          'less-time': (one.minutes ?? 0) < (old.minutes ?? 0),
        }),
      );
    case 'behaviours':
      return as(before, (one, old) => weakeningsIn({ 'something-dropped': drops(one.behaviours, old.behaviours) }));
    case 'hints':
      return as(before, (one, old) =>
        weakeningsIn({ 'another-kind': one.for !== old.for, 'something-dropped': drops(one.hints, old.hints) }),
      );
    case 'record-form':
      return as(before, recordForm);
    case 'writer':
      return as(before, (one, old) =>
        weakeningsIn({ 'someone-else-writes': one.writes !== old.writes || isGone(one.confirms, old.confirms) }),
      );
    case 'sign-off':
      return as(before, (one, old) =>
        weakeningsIn({
          'something-dropped': lacks(one.signers, old.signers),
          'reminded-later': one.remindAfterDays > old.remindAfterDays,
          'lapses-sooner': one.lapsesAfterDays < old.lapsesAfterDays,
        }),
      );
    case 'copies':
      return as(before, (one, old) => weakeningsIn({ 'something-dropped': lacks(one.holders, old.holders) }));
    case 'actions':
      return as(before, (one, old) =>
        weakeningsIn({
          'asks-less': isGone(one.reviewedFirst, old.reviewedFirst) || isGone(one.dateAsked, old.dateAsked),
        }),
      );
    case 'cautions':
      return as(before, (one, old) =>
        weakeningsIn({ 'something-dropped': loses(one.cautions, old.cautions, isLessCaution) }),
      );
    case 'objectives':
      return as(before, (one, old) =>
        weakeningsIn({ 'asks-less': isGone(one.smart, old.smart) || isGone(one.newWhenEarly, old.newWhenEarly) }),
      );
    case 'development':
      return as(before, (one, old) => weakeningsIn({ 'something-dropped': drops(one.ways, old.ways) }));
    case 'duties':
      return as(before, (one, old) =>
        weakeningsIn({
          'something-dropped': drops(one.duties, old.duties),
          'asks-less': isGone(one.confirmedBy, old.confirmedBy),
        }),
      );
    case 'leave':
      return as(before, (one, old) =>
        weakeningsIn({
          'leave-less-watched':
            one.entitlementDays < old.entitlementDays ||
            one.buildUpDays > old.buildUpDays ||
            one.yearStarts.month !== old.yearStarts.month ||
            one.yearStarts.day !== old.yearStarts.day,
        }),
      );
    case 'retention':
      return as(before, retention);
    case 'visibility':
      return as(before, visibility);
    case 'monitoring':
      return as(before, monitoring);
    case 'supervisors':
      return as(before, (one, old) =>
        weakeningsIn({
          'more-supervisors': lacks(old.roles, one.roles),
          'asks-less': isGone(one.threeWay, old.threeWay),
        }),
      );
    case 'performance':
      return as(before, (one, old) =>
        weakeningsIn({
          'something-dropped': drops(one.evidence, old.evidence),
          'asks-less': isGone(one.hrFirst, old.hrFirst) || isGone(one.script, old.script),
        }),
      );
    case 'yearly-conversation':
      return as(before, yearlyConversation);
    case 'help-routes':
      return as(before, (one, old) => weakeningsIn({ 'something-dropped': drops(one.steps, old.steps) }));
    case 'file':
      return as(before, (one, old) => weakeningsIn({ 'something-dropped': drops(one.holds, old.holds) }));
    case 'guidance':
      return as(before, (one, old) => weakeningsIn({ 'covers-fewer': one.for !== 'both' && one.for !== old.for }));
    case 'absence':
    case 'request':
    case 'scheduled':
    case 'summary-mail':
    case 'tone':
      return as(before, () => []);
    default:
      return before satisfies never;
  }
}

function isOf<Kind extends PolicyRule['kind']>(rule: PolicyRule, other: RuleOf<Kind>): rule is RuleOf<Kind> {
  return rule.kind === other.kind;
}
