import { agreedCadence } from './agreed-cadence.ts';
import { countsAsOneToOne } from '../meeting/meeting-kind.ts';
import { meetingKinds } from '../meeting/meeting.ts';
import type { PairTerms } from '../people/pair.ts';
import type { PersonTerms } from '../people/person.ts';
import { evaluateAgreement } from './evaluate-agreement.ts';
import { evaluateCadence, isCoveredSince, isPaused } from './evaluate-cadence.ts';
import { evaluateLeave } from './evaluate-leave.ts';
import { evaluateMeetingKind } from './evaluate-meeting-kind.ts';
import type { Finding, JudgedKind, PairFacts } from './finding.ts';
import type { CoverageRule } from './conversation-rules.ts';
import type { CadenceRule, ScheduledRule } from './meeting-rules.ts';
import type { PolicyPack } from './policy.ts';
import type { SummaryMailRule } from './record-rules.ts';
import type { PolicyRule } from './rules.ts';
import type { Topic } from './topic.ts';
import { withFloor } from './floor.ts';
import { cadenceFor, covers, effectiveRules } from './resolve.ts';
import { ruleOf } from './rule-of.ts';

type Standing = Pick<Finding, 'state' | 'reason' | 'values'>;

function finding(rule: Extract<PolicyRule, { readonly kind: JudgedKind }>, standing: Standing): Finding {
  return { ruleId: rule.id, kind: rule.kind, clause: rule.clause, dueOn: null, ...standing };
}

function evaluateScheduled(rule: ScheduledRule, facts: PairFacts): Finding {
  const until = facts.seriesUntil;
  const ended = until !== null && until < facts.today;
  if (facts.series === 'booked' && !ended) {
    const count = facts.plannedOn.filter((date) => date >= facts.today).length;
    const values = { count, ...(until === null ? {} : { until }) };
    return finding(rule, { state: 'met', reason: 'series-booked', values });
  }
  if (isPaused(facts)) return finding(rule, { state: 'excused', reason: 'paused', values: {} });
  if (facts.series === 'being-booked')
    return finding(rule, { state: 'due', reason: 'series-being-booked', values: {} });
  return finding(rule, { state: 'due', reason: 'series-missing', values: ended ? { endedOn: until } : {} });
}

function evaluateSummaryMail(rule: SummaryMailRule, facts: PairFacts): Finding {
  const summary = facts.lastSummary;
  if (summary === null) return finding(rule, { state: 'not-applicable', reason: 'summary-none-yet', values: {} });
  const values = { on: summary.on, ...(summary.sentAt === null ? {} : { sentAt: summary.sentAt }) };
  switch (summary.state) {
    case 'sent':
      return finding(rule, { state: 'met', reason: 'summary-sent', values });
    case 'waiting':
      return finding(rule, { state: 'due', reason: 'summary-waiting', values });
    case 'unconfirmed':
      return finding(rule, { state: 'due', reason: 'summary-unconfirmed', values });
  }
}

function evaluateTopic(topic: Topic, cadence: CadenceRule | null, facts: PairFacts): Standing {
  const lastOn = facts.heldOn.findLast((date) => date <= facts.today);
  // A topic may be called what every object has a property of.
  const coveredOn = Object.hasOwn(facts.coveredOn, topic.id) ? facts.coveredOn[topic.id] : undefined;
  const values = { topic: topic.id, title: topic.title };
  if (lastOn === undefined) return { state: 'not-applicable', reason: 'topic-never', values };
  if (coveredOn === undefined) return { state: 'due', reason: 'topic-never', values };
  const dated = { ...values, lastOn: coveredOn };
  return isCoveredSince(cadence, coveredOn, lastOn)
    ? { state: 'met', reason: 'topic-covered', values: dated }
    : { state: 'due', reason: 'topic-not-since', values: dated };
}

function evaluateCoverage(rule: CoverageRule, cadence: CadenceRule | null, facts: PairFacts): Finding[] {
  return rule.topics.map((topic) => finding(rule, evaluateTopic(topic, cadence, facts)));
}

function evaluateRule(
  rule: PolicyRule,
  rules: readonly PolicyRule[],
  cadence: CadenceRule | null,
  pair: PairTerms,
  facts: PairFacts,
): Finding[] {
  switch (rule.kind) {
    case 'cadence':
      return [evaluateCadence(rule, pair, facts)];
    case 'agreement':
      return evaluateAgreement(rule, cadence, facts);
    case 'coverage':
      return evaluateCoverage(rule, cadence, facts);
    case 'scheduled':
      return [evaluateScheduled(rule, facts)];
    case 'summary-mail':
      return [evaluateSummaryMail(rule, facts)];
    case 'meeting-kind': {
      const found = evaluateMeetingKind(rule, pair, facts, isPaused(facts));
      return found === null ? [] : [found];
    }
    case 'leave':
      return evaluateLeave(rule, rules, facts);
    case 'tone':
      return [finding(rule, { state: 'not-applicable', reason: 'tone', values: {} })];
    case 'scope':
    case 'interval-reasons':
    case 'standing-items':
    case 'agenda':
    case 'preparation':
    case 'behaviours':
    case 'hints':
    case 'record-form':
    case 'writer':
    case 'sign-off':
    case 'copies':
    case 'actions':
    case 'cautions':
    case 'objectives':
    case 'development':
    case 'duties':
    case 'absence':
    case 'retention':
    case 'visibility':
    case 'monitoring':
    case 'supervisors':
    case 'performance':
    case 'yearly-conversation':
    case 'request':
    case 'help-routes':
    case 'file':
    case 'guidance':
      return [];
    default:
      return rule satisfies never;
  }
}

/**
 * The facts with every meeting that counts as a one-to-one among them: those of the kinds the policy says count, and of no other
 * (OD3a-2).
 */
function counting(pack: PolicyPack, facts: PairFacts): PairFacts {
  const days = meetingKinds.flatMap((kind) => {
    if (kind === 'one-to-one') return [facts];
    const others = facts.otherKinds[kind];
    return others !== undefined && countsAsOneToOne(pack.rules, kind) ? [others] : [];
  });
  if (days.length === 1) return facts;
  return {
    ...facts,
    heldOn: days.flatMap(({ heldOn }) => heldOn).toSorted(),
    plannedOn: days.flatMap(({ plannedOn }) => plannedOn).toSorted(),
  };
}

/** What the policy asks of a pair and how each of it stands on the day of the facts. The person is the pair's employee. */
export function evaluatePair(pack: PolicyPack, person: PersonTerms, pair: PairTerms, given: PairFacts): Finding[] {
  const facts = counting(pack, given);
  const cadence = cadenceFor(pack, person, pair, facts.today);
  const rules = effectiveRules(pack, person, pair, facts.today);
  const own = rules.flatMap((rule) => evaluateRule(rule, rules, cadence, pair, facts));
  const findings = withFloor(own, pack, person, pair, facts);
  const left = cadence === null && covers(pack, person);
  const agreed = left ? agreedCadence(pack.rules, facts.agreement?.holds?.everyWeeks ?? null) : null;
  if (agreed !== null) return [evaluateCadence(agreed, pair, facts), ...findings];
  const asksOthers = cadence === null ? ruleOf(pack.rules, 'cadence') : null;
  if (asksOthers === null) return findings;
  return [finding(asksOthers, { state: 'not-applicable', reason: 'no-rule-for-group', values: {} }), ...findings];
}
