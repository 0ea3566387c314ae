import { inForce } from '#core/agreement/agreement-life.ts';
import { drivingTerms, shareBy } from '#core/agreement/what-it-drives.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import { agreedCadence } from '#core/policy/agreed-cadence.ts';
import type { Finding } from '#core/policy/finding.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { askedBy, cadenceFor, effectiveRules } from '#core/policy/resolve.ts';
import type { Person } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { isRunOut } from '#core/series/running-series.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { PairFile } from './pair-facts.ts';
import { meetingLine, personView, seriesView } from './views.ts';

/** The meeting a pair has before it: the open one, or the next that is planned. */
export function nextOf({ meetings, now }: Pick<PairFile, 'meetings' | 'now'>): Meeting | undefined {
  return meetings.find(({ state, end }) => state === 'open' || (state === 'planned' && end >= now));
}

/** A finding as either of the two may see it. */
export function findingView(finding: Finding) {
  return { ...finding, values: { ...finding.values } };
}

/** The day by which the two agreed to share their lists before a meeting (OD3a-10). */
function shareByOf(pack: PolicyPack, file: PairFile, { start }: Pick<Meeting, 'start'>): LocalDate | null {
  const rules = effectiveRules(pack, file.employee, file.pair, file.today);
  const terms = drivingTerms(rules, inForce(file.agreements)?.terms ?? null);
  return shareBy(terms, localDateOf(start, file.zone));
}

/** The weeks a cadence was judged by, where it was an interval of weeks. */
function weeksIn(cadence: Finding | undefined): number | null {
  const weeks = cadence?.values['askedWeeks'];
  return typeof weeks === 'number' ? weeks : null;
}

/** One pair in a list, from the reader's side. */
export function pairLine(
  pack: PolicyPack,
  file: PairFile,
  findings: readonly Finding[],
  people: ReadonlyMap<string, Person>,
  readerId: string,
  seq: number,
) {
  const supervising = file.pair.supervisorId === readerId;
  const other = people.get(supervising ? file.pair.employeeId : file.pair.supervisorId);
  if (other === undefined) throw new Refusal('not-found', { what: 'person' });
  const closed = file.meetings.filter((meeting) => meeting.state === 'closed');
  const last = closed.at(-1);
  const next = nextOf(file);
  const cadence = findings.find((finding) => finding.kind === 'cadence');
  const agreed = agreedCadence(pack.rules, weeksIn(cadence));
  const rule =
    cadenceFor(pack, file.employee, file.pair, file.today) ?? (cadence?.ruleId === agreed?.id ? agreed : null);
  const agreement = findings.find((finding) => finding.kind === 'agreement');
  return {
    pairId: file.pair.id,
    seq,
    other: personView(other),
    supervising,
    contract: supervising ? file.employee.contract : null,
    asked: askedBy(rule),
    cadence: cadence === undefined ? null : findingView(cadence),
    agreement: agreement === undefined ? null : findingView(agreement),
    shareBy: next?.state === 'planned' ? shareByOf(pack, file, next) : null,
    series:
      file.series === null || isRunOut(file.series, file.meetings, file.now)
        ? null
        : seriesView(file.series, file.meetings),
    last: last === undefined ? null : meetingLine(pack, last, file),
    next: next === undefined ? null : meetingLine(pack, next, file),
    openActions: file.actions.filter((action) => action.state === 'open').length,
  };
}
