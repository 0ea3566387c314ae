import { countsAsOneToOne } from '#core/meeting/meeting-kind.ts';
import { evaluatePair } from '#core/policy/evaluate.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { askedBy, cadenceFor, topicsOf } from '#core/policy/resolve.ts';
import type { Person } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { isRunOut } from '#core/series/running-series.ts';
import { pairFacts, type PairFile } from './pair-facts.ts';
import { meetingLine, personView, seriesView } from './views.ts';

/** All that the policy says of a pair today. */
export function findingsOf(pack: PolicyPack, file: PairFile) {
  const facts = pairFacts(file, topicsOf(pack), (kind) => countsAsOneToOne(pack.rules, kind));
  return evaluatePair(pack, file.employee, file.pair, facts).map((finding) => ({
    ...finding,
    values: { ...finding.values },
  }));
}

/** One pair in a list, from the reader's side. */
export function pairLine(
  pack: PolicyPack,
  file: PairFile,
  people: ReadonlyMap<string, Person>,
  readerId: string,
  seq: number,
) {
  const supervising = file.pair.supervisorId === readerId;
  const other = people.get(supervising ? file.pair.employeeId : file.pair.supervisorId);
  if (other === undefined) throw new Refusal('not-found', { what: 'person' });
  const rule = cadenceFor(pack, file.employee, file.pair, file.today);
  const findings = findingsOf(pack, file);
  const closed = file.meetings.filter((meeting) => meeting.state === 'closed');
  const last = closed.at(-1);
  const next = file.meetings.find(
    (meeting) => meeting.state === 'open' || (meeting.state === 'planned' && meeting.end >= file.now),
  );
  return {
    pairId: file.pair.id,
    seq,
    other: personView(other),
    supervising,
    contract: supervising ? file.employee.contract : null,
    asked: askedBy(rule),
    cadence: findings.find((finding) => finding.kind === 'cadence') ?? null,
    agreement: findings.find((finding) => finding.kind === 'agreement') ?? null,
    series:
      file.series === null || isRunOut(file.series, file.meetings, file.now)
        ? null
        : seriesView(file.series, file.meetings),
    last: last === undefined ? null : meetingLine(pack, last, file),
    next: next === undefined ? null : meetingLine(pack, next, file),
    openActions: file.actions.filter((action) => action.state === 'open').length,
  };
}
