import { requireAct } from '#core/access/access.ts';
import type { Actor } from '#core/people/person.ts';
import { addBeside, findAltered, signSeal } from '#core/record/seal.ts';
import { isReminded, requireTurn } from '#core/record/sign-off.ts';
import { Refusal } from '#core/refusal.ts';
import type { Instant } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { meetingForAct, meetingScope } from './pair-scope.ts';
import { recordScope, sealAsItStands, type RecordScope } from './record-scope.ts';
import { personView } from './views.ts';

// Each asks for the policy before its transaction begins: within one, it must be answered from memory.
type SignOffNeeds = Pick<Needs, 'store' | 'clock' | 'policies' | 'fingerprint'>;

/** Reads a closed record. One that nobody is waited for any more is sealed when it is next looked at: time has settled it. */
async function settledRecord(
  tx: Transaction,
  needs: SignOffNeeds,
  actor: Actor,
  meetingId: string,
  now: Instant,
): Promise<RecordScope> {
  const scope = await meetingScope(tx, actor, meetingId);
  requireAct('read-record', scope.role, scope.meeting.state);
  const record = await recordScope(tx, needs, actor, scope, now);
  if (record.seal !== null || record.beingWritten || !record.standing.settled) return record;
  await tx.pairs.lock(scope.pair.id);
  const behindLock = await recordScope(tx, needs, actor, scope, now);
  return { ...behindLock, seal: await sealAsItStands(tx, behindLock, now, needs.fingerprint) };
}

/** What somebody still writes up is neither signed nor added to. */
function requireWritten(record: RecordScope): void {
  if (record.beingWritten) throw new Refusal('record-being-written');
}

/** How far the signing of a closed record is, and what was added beside it (OD3a-13, FORM-6). @throws Refusal `not-found`, `meeting-not-closed` */
export async function readSignOff(needs: SignOffNeeds, actor: Actor, input: { readonly meetingId: string }) {
  await needs.policies.inForce(actor.tenantId);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const record = await settledRecord(tx, needs, actor, input.meetingId, now);
    const { meeting, pair, role, standing, seal } = record;
    const mine = standing.signers.find(({ party }) => party === role);
    return {
      meetingId: meeting.id,
      pairId: pair.id,
      seq: await tx.pairs.seq(pair.id),
      policy:
        meeting.packId === null || meeting.packVersion === null
          ? null
          : { id: meeting.packId, version: meeting.packVersion },
      clause: record.terms?.clause ?? null,
      signers: standing.signers.map(({ party, state, signature }) => ({
        person: personView(party === 'supervisor' ? record.made.supervisor : record.made.employee),
        party,
        state,
        at: signature?.at ?? null,
        words: signature?.words ?? null,
      })),
      myTurn: mine?.state === 'waiting' && !record.beingWritten,
      beingWritten: record.beingWritten,
      reminded: role !== 'other' && isReminded(standing, role, now),
      lapsesAt: standing.lapsesAt,
      settled: standing.settled,
      contentHash: seal?.contentHash ?? needs.fingerprint(record.text),
      seal: seal === null ? null : { number: seal.number, hash: seal.hash, at: seal.at },
      addenda: record.addenda.map(({ id, authorId, text, at }) => ({ id, authorId, text, at })),
    };
  });
}

/**
 * Signs a record, or signs it with one's own view beside it. The first signature seals it. Signing twice signs once.
 * @throws Refusal `record-changed` when it is not what the signer has read; `not-signer`, `signed-already`, `signing-lapsed`,
 * `record-being-written`, `meeting-not-closed`, `not-found`
 */
export async function signRecord(
  needs: SignOffNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly contentHash: string; readonly words: string | null },
) {
  const { fingerprint } = needs;
  await needs.policies.inForce(actor.tenantId);
  const now = needs.clock.now();
  const words = input.words?.toWellFormed() ?? null;
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForAct(tx, actor, input.meetingId, 'sign');
    const { pair, role } = scope;
    if (role === 'other') throw new Refusal('not-found');
    const record = await recordScope(tx, needs, actor, scope, now);
    requireWritten(record);
    if (!requireTurn(record.standing, role, words)) return { seq: await tx.pairs.seq(pair.id) };
    if ((record.seal?.contentHash ?? fingerprint(record.text)) !== input.contentHash)
      throw new Refusal('record-changed');
    const seal = await sealAsItStands(tx, record, now, fingerprint);
    const signature = signSeal(seal, { id: actor.personId, party: role, words, at: now }, fingerprint);
    await tx.signOffs.addSignature(signature, pair.id);
    return { seq: await tx.changed(pair.id, 'record-signed') };
  });
}

/** Adds something beside a closed record, which stays as it is. The same id again changes nothing. @throws Refusal `record-being-written`, `meeting-not-closed`, `not-found`, `duplicate-id` */
export async function addAddendum(
  needs: SignOffNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly id: string; readonly text: string },
) {
  const { fingerprint } = needs;
  await needs.policies.inForce(actor.tenantId);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForAct(tx, actor, input.meetingId, 'add-addendum');
    const record = await recordScope(tx, needs, actor, scope, now);
    const { pair } = scope;
    if (record.addenda.some(({ id }) => id === input.id)) return { seq: await tx.pairs.seq(pair.id) };
    requireWritten(record);
    const seal = await sealAsItStands(tx, record, now, fingerprint);
    const added = { id: input.id, authorId: actor.personId, text: input.text.toWellFormed(), at: now };
    await tx.signOffs.addAddendum(addBeside(seal, record.addenda, added, fingerprint), pair.id);
    return { seq: await tx.changed(pair.id, 'addendum-added') };
  });
}

/** Works out again whether a record is what was sealed, signed and added, to the letter. @throws Refusal `meeting-not-closed`, `not-found` */
export async function checkRecord(needs: SignOffNeeds, actor: Actor, input: { readonly meetingId: string }) {
  await needs.policies.inForce(actor.tenantId);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const record = await settledRecord(tx, needs, actor, input.meetingId, now);
    const { seal, text, signatures, addenda, pair } = record;
    if (seal === null) return { sealed: false, intact: true, altered: [], contentHash: needs.fingerprint(text) };
    const before = seal.number === 1 ? null : await tx.signOffs.sealNumbered(pair.id, seal.number - 1);
    const found = findAltered({ seal, sealBefore: before?.hash ?? null, signatures, addenda }, text, needs.fingerprint);
    const altered = found.map((one) => ({
      part: one.part,
      id: one.part === 'signature' ? one.signerId : one.part === 'addendum' ? one.id : null,
    }));
    return { sealed: true, intact: altered.length === 0, altered, contentHash: needs.fingerprint(text) };
  });
}
