import type { PolicyRule } from '#core/policy/rules.ts';
import { capital } from './dates.ts';
import {
  cadence,
  form,
  listed,
  listedRoles,
  lower,
  meetingKind,
  partyOf,
  retention,
  sayList,
  visibility,
  yearly,
  type RuleContext,
  type RuleWords,
} from './rule-parts.ts';
import { say } from './say.ts';

/** What a rule asks, in words, whatever its kind. */
export function ruleWords(rule: PolicyRule, context: RuleContext): RuleWords {
  const clause = context.clauses.find(({ id }) => id === rule.clause);
  switch (rule.kind) {
    case 'scope':
      return {
        title: say('rule.scope'),
        lines: [
          rule.excludedGroups.length === 0
            ? say('rule.scope.all')
            : say('rule.scope.not', {
                groups: sayList(rule.excludedGroups.map((id) => lower(context.groupName(id)))),
              }),
        ],
      };
    case 'cadence':
      return cadence(rule, context);
    case 'meeting-kind':
      return meetingKind(rule);
    case 'interval-reasons':
      return { title: say('rule.reasons'), lines: [say('rule.reasons.list', { reasons: listed(rule.reasons) })] };
    case 'agreement':
      return {
        title: rule.title,
        lines: [
          say('rule.agreement.asks', { parts: sayList(rule.asks.map((part) => say(`rule.part.${part}`))) }),
          say('rule.agreement.review', { months: rule.reviewAfterMonths }),
        ],
      };
    case 'supervisors':
      return {
        title: say('rule.supervisors'),
        lines: [
          say('rule.supervisors.list', { roles: capital(listedRoles(rule.roles)) }),
          ...(rule.threeWay ? [say('rule.supervisors.three')] : []),
        ],
      };
    case 'request':
      return { title: say('rule.request'), lines: [say('rule.request.words')] };
    case 'help-routes':
      return {
        title: say('rule.help'),
        lines: rule.steps.map(({ title }, index) => say('rule.help.step', { place: index + 1, step: title })),
      };
    case 'scheduled':
      return { title: say('rule.scheduled'), lines: [say('rule.scheduled.words')] };
    case 'coverage':
      return { title: say('rule.coverage'), lines: [say('rule.about', { topics: listed(rule.topics) })] };
    case 'standing-items':
      return { title: say('rule.standing'), lines: rule.items.map(({ title }) => title) };
    case 'agenda':
      return {
        title: say('rule.agenda'),
        lines: [
          say('rule.agenda.kinds', { kinds: listed(rule.itemKinds) }),
          ...(rule.lengthAgreed ? [say('rule.agenda.length')] : []),
          ...(rule.adjournedGetDate ? [say('rule.agenda.adjourned')] : []),
        ],
      };
    case 'preparation':
      return {
        title: say('rule.preparation'),
        lines: [
          say('rule.preparation.prompts', { prompts: listed(rule.prompts) }),
          ...(rule.minutes === null ? [] : [say('rule.preparation.minutes', { minutes: rule.minutes })]),
        ],
      };
    case 'behaviours':
      return { title: rule.title, lines: rule.behaviours.map(({ title }) => title) };
    case 'hints':
      return { title: say(`rule.hints.${rule.for}`), lines: rule.hints.map(({ title }) => title) };
    case 'cautions':
      return {
        title: say('rule.cautions'),
        lines: [
          say('rule.cautions.words'),
          ...rule.cautions.map(({ title, route }) => say('rule.cautions.one', { title, route })),
        ],
      };
    case 'tone':
      return { title: say('rule.tone'), lines: clause === undefined ? [] : [clause.words] };
    case 'guidance':
      return { title: clause?.title ?? rule.clause, lines: clause === undefined ? [] : [clause.words] };
    case 'record-form':
      return form(rule);
    case 'writer':
      return {
        title: say(`rule.writer.${rule.writes}`),
        lines:
          rule.confirms === null
            ? []
            : [
                say(
                  rule.confirms === 'supervisor'
                    ? 'rule.writer.confirmedBySupervisor'
                    : 'rule.writer.confirmedByEmployee',
                ),
              ],
      };
    case 'sign-off':
      return {
        title: say('rule.sign'),
        lines: [
          say(`rule.sign.${partyOf(rule.signers)}`),
          say('rule.sign.days', { remind: rule.remindAfterDays, lapse: rule.lapsesAfterDays }),
        ],
      };
    case 'copies':
      return { title: say('rule.copies'), lines: [say(`rule.copies.${partyOf(rule.holders)}`)] };
    case 'actions':
      return {
        title: say('rule.actions'),
        lines: [
          ...(rule.reviewedFirst ? [say('rule.actions.first')] : []),
          ...(rule.dateAsked ? [say('rule.actions.date')] : []),
        ],
      };
    case 'summary-mail':
      return { title: say('rule.mail'), lines: [say('rule.mail.words')] };
    case 'file':
      return { title: say('rule.file'), lines: [capital(`${listed(rule.holds)}.`)] };
    case 'objectives':
      return {
        title: say('rule.objectives'),
        lines: [
          say(rule.smart ? 'rule.objectives.smart' : 'rule.objectives.plain'),
          ...(rule.newWhenEarly ? [say('rule.objectives.early')] : []),
        ],
      };
    case 'development':
      return { title: say('rule.development'), lines: [capital(`${listed(rule.ways)}.`)] };
    case 'duties':
      return {
        title: rule.title,
        lines: [
          capital(`${listed(rule.duties)}.`),
          ...(rule.confirmedBy === null
            ? []
            : [say(rule.confirmedBy === 'supervisor' ? 'rule.duties.confirmed' : 'rule.duties.confirmedByEmployee')]),
        ],
      };
    case 'leave':
      return { title: say('rule.leave'), lines: [say('rule.leave.words', { days: rule.buildUpDays })] };
    case 'absence':
      return { title: say('rule.absence'), lines: [say('rule.absence.words')] };
    case 'performance':
      return {
        title: say('rule.performance'),
        lines: [
          ...(rule.hrFirst ? [say('rule.performance.hr')] : []),
          say('rule.performance.evidence', { evidence: listed(rule.evidence) }),
          ...(rule.script ? [say('rule.performance.script')] : []),
        ],
      };
    case 'yearly-conversation':
      return yearly(rule);
    case 'visibility':
      return visibility(rule);
    case 'retention':
      return retention(rule);
    case 'monitoring':
      return {
        title: say('rule.monitoring'),
        lines: [
          rule.what,
          say(`rule.monitoring.${rule.every ?? 'sometimes'}`, { owner: rule.owner, route: rule.route }),
          ...(rule.shortfall === null ? [] : [rule.shortfall]),
        ],
      };
    default:
      return rule satisfies never;
  }
}
