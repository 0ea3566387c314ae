import type { PairRole, Party } from '#core/people/pair.ts';
import type { RuleOf } from '#core/policy/rules.ts';
import { shortCadence } from './cadences.ts';
import { sayDayOfMonth } from './dates.ts';
import { say } from './say.ts';

/** What a rule asks: a title, and what there is to say of it, sentence by sentence. */
export interface RuleWords {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a rule's words need of the policy around it. */
export interface RuleContext {
  readonly clauses: readonly { readonly id: string; readonly title: string; readonly words: string }[];
  /** A group's name by its id. */
  readonly groupName: (id: string) => string;
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "work, performance and development" of words as they stand; entries that hold a comma or an "and" themselves are set apart by semicolons. */
export function sayList(entries: readonly string[]): string {
  return entries.some((one) => /,| and /.test(one)) ? entries.join('; ') : conjunction.format(entries);
}

/** A title within a sentence; names such as "Vital Stats" stay as they are. */
export function lower(text: string): string {
  const rest = text.slice(1);
  return rest === rest.toLowerCase() ? text.toLowerCase() : text;
}

/** "work, performance and development". */
export function listed(entries: readonly { readonly title: string }[]): string {
  return sayList(entries.map(({ title }) => lower(title)));
}

/** "the line manager and a specialist supervisor". */
export function listedRoles(roles: readonly PairRole[]): string {
  return sayList(roles.map((role) => say(`rule.role.${role}`)));
}

/** One of the two, or both. */
export function partyOf(parties: readonly Party[]): Party | 'both' {
  const [first, second] = parties;
  return first === undefined || second !== undefined ? 'both' : first;
}

/** How often, for whom and when. */
export function cadence(rule: RuleOf<'cadence'>, { groupName }: RuleContext): RuleWords {
  const { when, firstWithinDays } = rule;
  return {
    title: say('rule.cadence', { every: shortCadence(rule.cadence), group: lower(groupName(rule.groupId)) }),
    lines: [
      ...(when?.monthsInPostUnder === undefined
        ? []
        : [say('rule.cadence.months', { months: when.monthsInPostUnder })]),
      ...(when?.roles === undefined ? [] : [say('rule.cadence.roles', { roles: listedRoles(when.roles) })]),
      ...(when?.during === undefined ? [] : [say(`rule.cadence.${when.during}`)]),
      ...(firstWithinDays === undefined ? [] : [say('rule.cadence.first', { days: firstWithinDays })]),
    ],
  };
}

function dueWords(due: NonNullable<RuleOf<'meeting-kind'>['due']>): string[] {
  if (due.kind === 'after-start') return [say('rule.meeting.start', { days: due.days })];
  const { anchor, windowDays } = due;
  const window = say('rule.meeting.window', { days: windowDays });
  if (anchor === 'start') return [say('rule.meeting.byStart'), window];
  if (anchor === 'increment') return [say('rule.meeting.byIncrement'), window];
  const two = (part: number) => String(part).padStart(2, '0');
  const day = sayDayOfMonth(`2000-${two(anchor.month)}-${two(anchor.day)}`);
  return [say('rule.meeting.byDay', { day }), window];
}

/** A kind of meeting: when it is asked for, and what about. */
export function meetingKind(rule: RuleOf<'meeting-kind'>): RuleWords {
  return {
    title: rule.title,
    lines: [
      ...(rule.due === null ? [] : dueWords(rule.due)),
      say(rule.counts ? 'rule.meeting.counts' : 'rule.meeting.extra'),
      ...(rule.apart ? [say('rule.meeting.apart')] : []),
      ...(rule.topics.length === 0 ? [] : [say('rule.about', { topics: listed(rule.topics) })]),
    ],
  };
}

/** What a form holds. */
export function form({ title, head, sections }: RuleOf<'record-form'>): RuleWords {
  const fields = sayList(head.map(({ label }) => lower(label)));
  return {
    title,
    lines: [
      ...(head.length === 0 ? [] : [say('rule.form.fields', { fields })]),
      say('rule.form.headings', { headings: sayList(sections.map((section) => section.title)) }),
    ],
  };
}

/** The yearly conversation and what hangs on it. */
export function yearly({
  drivenBy,
  colleagueFeedback,
  ratings,
  payStep,
  appeal,
}: RuleOf<'yearly-conversation'>): RuleWords {
  return {
    title: say(`rule.year.${drivenBy}`),
    lines: [
      ...(colleagueFeedback ? [say('rule.year.feedback')] : []),
      ...(ratings.length === 0 ? [] : [say('rule.year.ratings', { ratings: listed(ratings) })]),
      ...(payStep.length === 0 ? [] : [say('rule.year.payStep', { conditions: listed(payStep) })]),
      ...(appeal === null
        ? []
        : [
            say('rule.year.appeal', {
              to: lower(appeal.to),
              within: appeal.withinDays,
              acknowledged: appeal.acknowledgedWithinDays,
            }),
          ]),
    ],
  };
}

/** Who reads. */
export function visibility({ readers, hrSeesContent, exceptions }: RuleOf<'visibility'>): RuleWords {
  return {
    title: say('rule.visibility'),
    lines: [
      say(readers.includes('line-management') ? 'rule.visibility.line' : 'rule.visibility.pair'),
      say(hrSeesContent ? 'rule.visibility.hr' : 'rule.visibility.hrNot'),
      ...(exceptions.length === 0 ? [] : [say('rule.visibility.exceptions', { exceptions: listed(exceptions) })]),
    ],
  };
}

/** How long records are kept, and by whom. */
export function retention({ keptFor, keptBy, then }: RuleOf<'retention'>): RuleWords {
  const long =
    keptFor === 'employment' ? say('rule.retention.employment') : say('rule.retention.years', { years: keptFor.years });
  return {
    title: say('rule.retention'),
    lines: [long, say(`rule.retention.${keptBy}`), say(`rule.retention.${then}`)],
  };
}
