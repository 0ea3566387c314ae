import type { Meeting } from '#core/meeting/meeting.ts';
import type { Person } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { factsIn, recordText } from '#core/record/record-content.ts';
import { sealRecord, type Addendum, type Fingerprint, type RecordSeal } from '#core/record/seal.ts';
import { standingOf, termsOf, type Signature, type SignOffStanding, type SignOffTerms } from '#core/record/sign-off.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { peopleOf, type MeetingScope } from './pair-scope.ts';

/** A closed record with its signing, as it stands. */
export interface RecordScope extends MeetingScope {
  readonly supervisor: Person;
  readonly employee: Person;
  readonly terms: SignOffTerms | null;
  readonly standing: SignOffStanding;
  /** The record as it stands in the tables. */
  readonly text: string;
  readonly seal: RecordSeal | null;
  readonly signatures: readonly Signature[];
  readonly addenda: readonly Addendum[];
}

/** The policy a record was made under: the version kept with it, or the one in force where that is not known. */
export async function packOfRecord(
  needs: Pick<Needs, 'policies'>,
  tenantId: string,
  meeting: Pick<Meeting, 'packId' | 'packVersion'>,
): Promise<PolicyPack> {
  const { packId, packVersion } = meeting;
  const inForce = await needs.policies.inForce(tenantId);
  if (packId === null || packVersion === null) return inForce;
  return (await needs.policies.versionOf(tenantId, packId, packVersion)) ?? inForce;
}

/** Reads a closed record and its signing. What was sealed keeps the names and the terms it was sealed with. */
export async function recordScope(
  tx: Transaction,
  pack: PolicyPack,
  scope: MeetingScope,
  now: Instant,
): Promise<RecordScope> {
  const { meeting, pair } = scope;
  const [{ supervisor, employee }, items, points, actions, seal, signatures, addenda] = await Promise.all([
    peopleOf(tx, pair),
    tx.agendas.ofMeetings([meeting.id]),
    tx.records.pointsOf([meeting.id]),
    tx.actions.ofPairs([pair.id]),
    tx.signOffs.sealOf(meeting.id),
    tx.signOffs.signaturesOf([meeting.id]),
    tx.signOffs.addendaOf(meeting.id),
  ]);
  const closedAt = meeting.closedAt ?? meeting.end;
  const sealed = seal === null ? null : factsIn(seal.content);
  const rules = effectiveRules(pack, employee, pair, localDateOf(closedAt, employee.zone));
  const terms = sealed === null ? termsOf(ruleOf(rules, 'sign-off')) : sealed.signOff;
  const text = recordText({
    meeting,
    supervisor: sealed?.supervisor ?? { id: supervisor.id, name: supervisor.displayName },
    employee: sealed?.employee ?? { id: employee.id, name: employee.displayName },
    terms,
    items,
    points,
    actions,
    fields: [],
  });
  const standing = standingOf(terms, closedAt, signatures, now);
  return { ...scope, supervisor, employee, terms, standing, text, seal, signatures, addenda };
}

/** Seals a record as it stands, chained to the pair's last one; what is sealed already stays. Behind the pair's lock. */
export async function sealAsItStands(
  tx: Transaction,
  record: RecordScope,
  at: Instant,
  fingerprint: Fingerprint,
): Promise<RecordSeal> {
  if (record.seal !== null) return record.seal;
  const { meeting, pair, text } = record;
  const before = await tx.signOffs.lastSeal(pair.id);
  const seal = sealRecord({ meetingId: meeting.id, pairId: pair.id, content: text, at }, before, fingerprint);
  await tx.signOffs.addSeal(seal);
  return seal;
}
