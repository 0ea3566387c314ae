import type { CadenceView } from '#contract/cadence.ts';
import type { FindingView, IntervalView } from '#contract/policy.ts';
import { daysBetween } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { capital, sayDay, sayDistance } from './dates.ts';
import './say-later.ts';
import { sayCadence, shortCadence } from './cadences.ts';
import { say } from './say.ts';

type Values = FindingView['values'];

/** What the policy asks, as a heading: "A one-to-one at least every 2 weeks". */
export function findingTitle(finding: FindingView): string {
  switch (finding.kind) {
    case 'cadence': {
      const asked = askedOf(finding.values);
      return asked === null
        ? say('finding.title.cadenceNone')
        : say('finding.title.cadence', { every: sayCadence(asked) });
    }
    case 'agreement':
      return say('finding.title.agreement');
    case 'scheduled':
      return say('finding.title.scheduled');
    case 'summary-mail':
      return say('finding.title.summary');
    case 'coverage':
      return say('finding.title.topic', {
        topic: textOf(finding.values, 'title') ?? textOf(finding.values, 'topic') ?? '',
      });
    case 'meeting-kind':
      return say('finding.title.kind', { title: textOf(finding.values, 'title') ?? '' });
    case 'leave':
      return say('finding.title.leave');
    case 'tone':
      return say('finding.title.tone');
  }
}

/** How it stands and why, as a sentence without its full stop. */
export function findingSentence(finding: FindingView, today: LocalDate): string {
  const { reason, values } = finding;
  const day = (name: string) => dayOf(values, name, today);
  const last = day('lastOn');
  const next = day('nextOn');
  const due = day('dueOn') ?? (finding.dueOn === null ? '' : sayDay(finding.dueOn, today));
  switch (reason) {
    case 'met-within':
      return say('finding.metWithin', { last: distanceOf(values, 'lastOn', today) });
    case 'next-keeps-to-it':
      return last === null
        ? say('finding.nextKeepsToItFirst', { next: next ?? '' })
        : say('finding.nextKeepsToIt', { last: distanceOf(values, 'lastOn', today), next: next ?? '' });
    case 'next-too-late':
      return last === null
        ? say('finding.nextTooLateFirst', { next: next ?? '', due })
        : say('finding.nextTooLate', { last, next: next ?? '', due });
    case 'nothing-booked':
      return say('finding.nothingBooked', { last: last ?? '', due });
    case 'gap-too-long':
      return next === null
        ? say('finding.gapTooLong', { last: last ?? '', due })
        : say('finding.gapNextBooked', { last: last ?? '', due, next });
    case 'first-due-by':
      return say('finding.firstDueBy', { due });
    case 'first-overdue':
      return next === null ? say('finding.firstOverdue', { due }) : say('finding.firstOverdueNext', { due, next });
    case 'count-kept':
      return next === null
        ? say('finding.countKept', countWords(values))
        : say('finding.countKeptNext', { ...countWords(values), next });
    case 'count-due':
      return say('finding.countDue', { ...countWords(values), due });
    case 'count-short':
      return say('finding.countShort', { ...countWords(values), due });
    case 'term-due':
      return say('finding.termDue', { term: textOf(values, 'term') ?? '', due });
    case 'term-missed':
      return say('finding.termMissed', { term: textOf(values, 'term') ?? '' });
    case 'terms-unknown':
      return say('finding.termsUnknown');
    case 'paused':
      return pausedSentence(textOf(values, 'reason'), day('until'));
    case 'series-booked':
      return typeof values['count'] === 'number' && day('until') !== null
        ? say('finding.seriesBooked', { count: values['count'], until: day('until') ?? '' })
        : say('finding.seriesBookedPlain');
    case 'series-missing':
      return say('finding.seriesMissing');
    case 'series-being-booked':
      return say('finding.seriesBeingBooked');
    case 'summary-sent':
      return say('finding.summarySent', { when: day('on') ?? '' });
    case 'summary-waiting':
      return say('finding.summaryWaiting', { day: day('on') ?? '' });
    case 'summary-unconfirmed':
      return say('finding.summaryUnconfirmed', { day: day('on') ?? '' });
    case 'summary-none-yet':
      return say('finding.summaryNoneYet');
    case 'topic-covered':
      return last === null ? say('finding.topicCoveredPlain') : say('finding.topicCovered', { day: last });
    case 'topic-not-since':
      return say('finding.topicNotSince', { day: last ?? '' });
    case 'topic-never':
      return say('finding.topicNever');
    case 'agreement-none-yet':
      return finding.state === 'due' && day('firstOn') !== null
        ? say('finding.agreement.first', { day: day('firstOn') ?? '' })
        : say('finding.agreement.noneYet');
    case 'agreement-being-filled':
      return say('finding.agreement.beingFilled');
    case 'agreement-being-signed':
      return say('finding.agreement.beingSigned');
    case 'agreement-holds':
      return day('reviewOn') === null
        ? say('finding.agreement.holdsPlain', { since: day('since') ?? '' })
        : say('finding.agreement.holds', { since: day('since') ?? '', review: day('reviewOn') ?? '' });
    case 'agreement-review':
      return say('finding.agreement.review', { since: day('since') ?? '', review: day('reviewOn') ?? '' });
    case 'agreement-too-seldom':
      return say('finding.agreement.tooSeldom', { since: day('since') ?? '' });
    case 'kind-held':
      return day('opensOn') === null
        ? say('finding.kindHeld', { last: last ?? '' })
        : say('finding.kindHeldAgain', { last: last ?? '', opens: day('opensOn') ?? '', due });
    case 'kind-planned':
      return say('finding.kindPlanned', { next: next ?? '', due });
    case 'kind-due':
      return next === null ? say('finding.kindDue', { due }) : say('finding.kindDueLate', { due, next });
    case 'kind-late':
      return next === null ? say('finding.kindLate', { due }) : say('finding.kindLateNext', { due, next });
    case 'kind-not-yet':
      return say('finding.kindNotYet', { opens: day('opensOn') ?? '', due });
    case 'kind-start-unknown':
      return say('finding.kindStartUnknown');
    case 'kind-before-pair':
      return say('finding.kindBeforePair');
    case 'leave-building-up':
    case 'leave-even':
      return leaveSentence(finding, today);
    case 'leave-not-noted':
      return say('finding.leaveNotNoted');
    case 'tone':
      return say('finding.tone');
    case 'no-rule-for-group':
      return say('finding.noRule');
  }
}

/** A short reason beside the state, for a busy row. */
export function findingRow(finding: FindingView, today: LocalDate): string {
  const { values, reason } = finding;
  const asked = askedOf(values);
  const every = asked === null ? '' : shortCadence(asked);
  if (reason === 'gap-too-long' && textOf(values, 'lastOn') !== null) {
    const distance = distanceOf(values, 'lastOn', today);
    const words = { distance, every: every.toLowerCase() };
    return textOf(values, 'nextOn') === null ? say('finding.row.overdue', words) : say('finding.row.booked', words);
  }
  if (reason === 'first-due-by' || reason === 'first-overdue') {
    const started = dayOf(values, 'startedOn', today);
    return started === null ? every : say('finding.row.joined', { day: started });
  }
  if (reason === 'paused') {
    const why = textOf(values, 'reason');
    const until = dayOf(values, 'until', today);
    if (why !== null && until !== null) return say('finding.row.pausedUntil', { why, until });
    return pausedSentence(why, until);
  }
  return every;
}

/** The word that stands for the state, with its date where that helps: "Due today", "Not since 15 Oct". */
export function findingBadge(finding: FindingView, today: LocalDate): string {
  const { state, reason, values, dueOn } = finding;
  if (state === 'met') return say('finding.met');
  if (state === 'overdue') return say('finding.overdue');
  if (state === 'excused') return say('finding.excused');
  if (state === 'not-applicable') return say('finding.notApplicable');
  if (reason === 'topic-not-since') return say('finding.badge.notSince', { day: dayOf(values, 'lastOn', today) ?? '' });
  if (reason === 'topic-never') return say('finding.badge.notYet');
  if (reason === 'series-being-booked') return say('finding.badge.beingBooked');
  if (reason === 'series-missing') return say('finding.badge.toBook');
  if (reason === 'summary-waiting') return say('finding.badge.onItsWay');
  if (reason === 'summary-unconfirmed') return say('finding.badge.notConfirmed');
  if (reason === 'leave-building-up') return say('finding.badge.toTalkAbout');
  if (reason === 'agreement-being-signed') return say('finding.badge.toSign');
  if (reason === 'agreement-none-yet' || reason === 'agreement-being-filled') return say('finding.badge.toAgree');
  if (dueOn === null) return say('finding.due');
  if (daysBetween(today, dueOn) === 0) return say('finding.badge.dueToday');
  const day = sayDay(dueOn, today);
  return reason === 'first-due-by' ? say('finding.badge.firstBy', { day }) : say('finding.badge.dueBy', { day });
}

/** What somebody may expect of their one-to-ones, in one line; null where there is nothing to say. */
export function expectation(finding: FindingView, today: LocalDate): string | null {
  if (finding.kind === 'cadence') {
    const asked = askedOf(finding.values);
    if (asked === null) return null;
    return say('finding.expect.cadence', { every: sayCadence(asked), stands: findingSentence(finding, today) });
  }
  if (finding.kind === 'summary-mail') return say('finding.expect.mail');
  return finding.kind === 'tone' ? say('finding.expect.tone') : null;
}

/** The cadence a finding speaks of, read back from its numbers. */
export function askedOf(values: Values): CadenceView | null {
  if (values['askedPerTerm'] !== undefined) return { kind: 'term', terms: [] };
  const { askedCount: count, askedOverMonths: months } = values;
  if (typeof count === 'number' && typeof months === 'number') {
    return { kind: 'rolling', count, months, evenly: values['askedOnAverage'] !== undefined };
  }
  const every = intervalOf(values, 'asked');
  if (every === null) return null;
  const from = intervalOf(values, 'askedFrom');
  return from === null ? { kind: 'interval', every } : { kind: 'window', from, to: every };
}

function intervalOf(values: Values, name: string): IntervalView | null {
  const [weeks, months] = [values[`${name}Weeks`], values[`${name}Months`]];
  if (typeof weeks === 'number') return { weeks };
  return typeof months === 'number' ? { months } : null;
}

/** "2 of 4 in the last 12 months": how a count stands. */
function countWords(values: Values): { counted: number; count: number; months: number; remaining: number } {
  const number = (name: string): number => Number(values[name] ?? 0);
  return {
    counted: number('counted'),
    count: number('askedCount'),
    months: number('askedOverMonths'),
    remaining: number('remaining'),
  };
}

function leaveSentence({ reason, values }: FindingView, today: LocalDate): string {
  const words = {
    left: Number(values['daysLeft'] ?? 0),
    even: Number(values['evenDays'] ?? 0),
    noted: dayOf(values, 'notedOn', today) ?? '',
    until: dayOf(values, 'yearEndsOn', today) ?? '',
  };
  return reason === 'leave-even' ? say('finding.leaveEven', words) : say('finding.leaveBuildingUp', words);
}

function pausedSentence(why: string | null, until: string | null): string {
  if (why === null) return until === null ? say('finding.pausedPlain') : say('finding.pausedUntilPlain', { until });
  return until === null ? say('finding.paused', { why }) : say('finding.pausedUntil', { until, why });
}

function textOf(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function dayOf(values: Values, name: string, today: LocalDate): string | null {
  const date = textOf(values, name);
  return date === null ? null : sayDay(date, today);
}

function distanceOf(values: Values, name: string, today: LocalDate): string {
  const date = textOf(values, name);
  return date === null ? '' : sayDistance(date, today);
}

/** The same words at the beginning of a line. */
export function findingLine(finding: FindingView, today: LocalDate): string {
  return capital(findingSentence(finding, today));
}
