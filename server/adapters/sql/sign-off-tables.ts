import type { Party } from '#core/people/pair.ts';
import type { SignatureKind } from '#core/record/sign-off.ts';
import type { Instant } from '#core/time-types.ts';

interface RecordSealRow {
  tenant_id: string;
  pair_id: string;
  meeting_id: string;
  /** From 1 within the pair. */
  number: number;
  /** The canonical text. */
  content: string;
  content_hash: string;
  previous_hash: string | null;
  at: Instant;
  hash: string;
}

interface SignatureRow {
  tenant_id: string;
  pair_id: string;
  meeting_id: string;
  signer_id: string;
  party: Party;
  kind: SignatureKind;
  words: string | null;
  at: Instant;
  hash: string;
}

interface AddendumRow {
  tenant_id: string;
  pair_id: string;
  id: string;
  meeting_id: string;
  /** From 1 within the record. */
  number: number;
  author_id: string;
  words: string;
  at: Instant;
  previous_hash: string;
  hash: string;
}

/** Sealed records and what stands beside them: written once. */
export interface SignOffTables {
  record_seal: RecordSealRow;
  signature: SignatureRow;
  addendum: AddendumRow;
}
