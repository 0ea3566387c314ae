import type { SignOffs } from '#server/ports/sign-offs.ts';
import { among } from './among.ts';
import type { Scope } from './tables.ts';

const sealColumns = [
  'meeting_id as meetingId',
  'pair_id as pairId',
  'number',
  'content',
  'content_hash as contentHash',
  'previous_hash as previousHash',
  'at',
  'hash',
] as const;

const signatureColumns = [
  'meeting_id as meetingId',
  'signer_id as signerId',
  'party',
  'kind',
  'words',
  'at',
  'hash',
] as const;

const addendumColumns = [
  'id',
  'meeting_id as meetingId',
  'number',
  'author_id as authorId',
  'words as text',
  'at',
  'previous_hash as previousHash',
  'hash',
] as const;

/** Seals, signatures and addenda of the acting person's pairs. */
export function signOffStore({ tx, tenantId }: Scope): SignOffs {
  const seals = (pairId: string) =>
    tx
      .selectFrom('record_seal')
      .select(['number', 'hash'])
      .where('tenant_id', '=', tenantId)
      .where('pair_id', '=', pairId);
  return {
    sealOf: async (meetingId) =>
      (await tx
        .selectFrom('record_seal')
        .select(sealColumns)
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .executeTakeFirst()) ?? null,
    sealNumbered: async (pairId, number) =>
      (await seals(pairId).where('number', '=', number).executeTakeFirst()) ?? null,
    lastSeal: async (pairId) => (await seals(pairId).orderBy('number', 'desc').limit(1).executeTakeFirst()) ?? null,
    signaturesOf: (meetingIds) =>
      tx
        .selectFrom('signature')
        .select(signatureColumns)
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', among(meetingIds))
        .orderBy('at')
        .orderBy('signer_id')
        .execute(),
    addendaOf: (meetingId) =>
      tx
        .selectFrom('addendum')
        .select(addendumColumns)
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .orderBy('number')
        .execute(),
    addSeal: async (seal) => {
      const row = {
        tenant_id: tenantId,
        pair_id: seal.pairId,
        meeting_id: seal.meetingId,
        number: seal.number,
        content: seal.content,
        content_hash: seal.contentHash,
        previous_hash: seal.previousHash,
        at: seal.at,
        hash: seal.hash,
      };
      await tx.insertInto('record_seal').values(row).execute();
    },
    addSignature: async (signature, pairId) => {
      const row = {
        tenant_id: tenantId,
        pair_id: pairId,
        meeting_id: signature.meetingId,
        signer_id: signature.signerId,
        party: signature.party,
        kind: signature.kind,
        words: signature.words,
        at: signature.at,
        hash: signature.hash,
      };
      await tx.insertInto('signature').values(row).execute();
    },
    addAddendum: async (addendum, pairId) => {
      const row = {
        tenant_id: tenantId,
        pair_id: pairId,
        id: addendum.id,
        meeting_id: addendum.meetingId,
        number: addendum.number,
        author_id: addendum.authorId,
        words: addendum.text,
        at: addendum.at,
        previous_hash: addendum.previousHash,
        hash: addendum.hash,
      };
      await tx.insertInto('addendum').values(row).execute();
    },
  };
}
