import type { Arrangement, Pair, PairTerms, Pause } from '../people/pair.ts';
import type { Person, PersonTerms } from '../people/person.ts';
import { addDays, addMonths, isLocalDate } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import { reviewAheadDays } from './evaluate-agreement.ts';
import { evaluatePair } from './evaluate.ts';
import type { Finding, KindDays, OtherMeetings, PairFacts } from './finding.ts';
import type { PolicyPack } from './policy.ts';

/** What findings are made of, whatever the day they are asked for. Nothing anybody wrote. */
export interface StandingFacts extends KindDays {
  readonly person: PersonTerms;
  readonly pair: PairTerms;
  readonly otherKinds: OtherMeetings;
  readonly series: PairFacts['series'];
  readonly seriesUntil: LocalDate | null;
  readonly lastSummary: PairFacts['lastSummary'];
  readonly agreement: NonNullable<PairFacts['agreement']>;
  readonly coveredOn: PairFacts['coveredOn'];
  /** Left out in what was kept before forms were looked at. */
  readonly daysNoted?: NonNullable<PairFacts['daysNoted']>;
}

/** How a pair stood when it was last looked at. */
export interface Standing {
  readonly pairId: string;
  readonly facts: StandingFacts;
  readonly findings: readonly Finding[];
  /** The day the findings are for, on the employee's calendar. */
  readonly day: LocalDate;
  /** The next day on which one of them stands another way, should nothing happen; null: none does. */
  readonly changesOn: LocalDate | null;
  /** The policy they were made under; null: there was none. */
  readonly pack: { readonly id: string; readonly version: string } | null;
}

/** Of a person only what rules look at. */
export function personTerms({ grade, contract, zone, joinedOn, unit, incrementalOn, hasReports }: Person): PersonTerms {
  return { grade, contract, zone, joinedOn, unit, incrementalOn, hasReports };
}

function arrangementTerms(arrangement: Arrangement | null): PairTerms['extraSupport'] {
  return arrangement === null ? null : { since: arrangement.since, every: arrangement.every, kind: arrangement.kind };
}

function pauseTerms(pause: Pause | null): PairTerms['pause'] {
  return pause === null ? null : { from: pause.from, until: pause.until };
}

/** Of a pair only what rules look at: no reason in anybody's words. */
export function pairTerms({ role, from, to, extraSupport, pause }: Pair): PairTerms {
  return { role, from, to, extraSupport: arrangementTerms(extraSupport), pause: pauseTerms(pause) };
}

function pausedOn({ pause }: PairTerms, day: LocalDate): PairFacts['paused'] {
  const holds = pause !== null && pause.from <= day && (pause.until === null || pause.until >= day);
  return holds ? { until: pause.until } : null;
}

/** The facts as they are on a day. */
export function factsOn(facts: StandingFacts, day: LocalDate): PairFacts {
  const { person, pair, ...known } = facts;
  return {
    ...known,
    today: day,
    pairFrom: pair.from,
    joinedOn: person.joinedOn,
    incrementalOn: person.incrementalOn,
    paused: pausedOn(pair, day),
  };
}

function asHeld({ heldOn, plannedOn }: KindDays, from: LocalDate, day: LocalDate): KindDays {
  const held = plannedOn.filter((one) => one >= from && one < day);
  return { heldOn: [...heldOn, ...held].sort(), plannedOn };
}

/** The facts as they will be on a later day, should everything planned until then be held. */
export function factsIfHeld(facts: StandingFacts, today: LocalDate, day: LocalDate): StandingFacts {
  const others = Object.entries(facts.otherKinds).map(([kind, days]) => [kind, asHeld(days, today, day)] as const);
  return { ...facts, ...asHeld(facts, today, day), otherKinds: Object.fromEntries(others) };
}

/** What is asked of a pair, and how each of it stands on a day. */
export function findingsOn(pack: PolicyPack | null, facts: StandingFacts, day: LocalDate): Finding[] {
  return pack === null ? [] : evaluatePair(pack, facts.person, facts.pair, factsOn(facts, day));
}

/** How findings stand, whatever the distance to their days. */
function gist(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ ruleId, state, reason, dueOn, values }) =>
        `${ruleId} ${values['topic'] ?? ''} ${state} ${reason} ${dueOn ?? ''}`,
    )
    .join('\n');
}

/** Days on which a rolling count, a term or time in post may turn, which no finding names. */
function turningDays(pack: PolicyPack, { person, pair, heldOn, otherKinds, agreement }: StandingFacts): LocalDate[] {
  const started = person.joinedOn !== null && person.joinedOn > pair.from ? person.joinedOn : pair.from;
  const held = [...heldOn, ...Object.values(otherKinds).flatMap((days) => days.heldOn)];
  const reviewOn = agreement.holds?.reviewOn ?? null;
  const review = reviewOn === null ? [] : [addDays(reviewOn, -reviewAheadDays)];
  const cadences = [...pack.rules, ...(pack.standard?.floor ?? [])].flatMap((rule): LocalDate[] => {
    if (rule.kind !== 'cadence') return [];
    const inPost = rule.when?.monthsInPostUnder;
    const settled = inPost === undefined ? [] : [addMonths(person.joinedOn ?? pair.from, inPost)];
    const { cadence } = rule;
    if (cadence.kind === 'term') return [...settled, ...cadence.terms.map(({ to }) => to)];
    if (cadence.kind !== 'rolling') return settled;
    const steps = Array.from({ length: cadence.count }, (_, step) =>
      addDays(addMonths(started, Math.floor(((step + 1) * cadence.months) / cadence.count)), -1),
    );
    return [...settled, ...steps, ...held.map((day) => addMonths(day, cadence.months))];
  });
  return [...review, ...cadences];
}

/** The days after this one on which anything may stand another way. */
function daysToTry(pack: PolicyPack, facts: StandingFacts, findings: readonly Finding[], day: LocalDate): LocalDate[] {
  const { pair, plannedOn, heldOn, otherKinds, seriesUntil } = facts;
  const named = findings.flatMap(({ values }) => Object.values(values)).map(String);
  const others = Object.values(otherKinds).flatMap((days) => [...days.heldOn, ...days.plannedOn]);
  const own = [pair.extraSupport?.since, pair.pause?.from, pair.pause?.until, seriesUntil, pair.from];
  const all = [...named, ...own, ...plannedOn, ...heldOn, ...others, ...turningDays(pack, facts)];
  const near = new Set<LocalDate>();
  for (const one of all) {
    if (typeof one !== 'string' || one < day || !isLocalDate(one)) continue;
    if (one > day) near.add(one);
    near.add(addDays(one, 1));
  }
  return [...near].sort();
}

/** More days than any pair needs; the last of them is then looked at as if something changed on it. */
const mostDays = 400;

/** The next day on which a finding stands another way, should nothing happen until then; null: never. */
export function nextChangeOn(
  pack: PolicyPack | null,
  facts: StandingFacts,
  findings: readonly Finding[],
  day: LocalDate,
): LocalDate | null {
  if (pack === null) return null;
  const now = gist(findings);
  const days = daysToTry(pack, facts, findings, day);
  for (const one of days.slice(0, mostDays)) if (gist(findingsOn(pack, facts, one)) !== now) return one;
  return days[mostDays] ?? null;
}

/** Under which policy, and which standard of a unit within it. */
function markOf(pack: PolicyPack | null): Standing['pack'] {
  if (pack === null) return null;
  const standard = pack.standard === undefined ? '' : ` with ${pack.standard.id} ${pack.standard.version}`;
  return { id: pack.id, version: `${pack.version}${standard}` };
}

/** How a pair stands on a day, under a policy or none. */
export function standingOf(pairId: string, pack: PolicyPack | null, facts: StandingFacts, day: LocalDate): Standing {
  const findings = findingsOn(pack, facts, day);
  return {
    pairId,
    facts,
    findings,
    day,
    changesOn: nextChangeOn(pack, facts, findings, day),
    pack: markOf(pack),
  };
}

/** The findings for a day: those kept when they are for it and made under the policy in force, and otherwise made anew. */
export function standsOn(standing: Standing, pack: PolicyPack | null, day: LocalDate): readonly Finding[] {
  const mark = markOf(pack);
  const isOfPack = standing.pack?.id === mark?.id && standing.pack?.version === mark?.version;
  return standing.day === day && isOfPack ? standing.findings : findingsOn(pack, standing.facts, day);
}
