import type { Party } from '../people/pair.ts';
import type { Instant } from '../time-types.ts';
import { canonicalText } from './canonical-text.ts';
import type { Signature, SignatureKind } from './sign-off.ts';

/** SHA-256 of a text's UTF-8, as lower-case hexadecimal. Given from outside: core computes nothing but its own rules. */
export type Fingerprint = (text: string) => string;

/** A closed record as it stood when the first signature came, or when nobody was waited for any more. It never changes again. */
export interface RecordSeal {
  readonly meetingId: string;
  readonly pairId: string;
  /** The pair's sealed records are counted from 1, each chained to the one before. */
  readonly number: number;
  /** The canonical text. */
  readonly content: string;
  readonly contentHash: string;
  /** The hash of the pair's seal before; null: this is the first. */
  readonly previousHash: string | null;
  readonly at: Instant;
  readonly hash: string;
}

/** Something added beside a sealed record. */
export interface Addendum {
  readonly id: string;
  readonly meetingId: string;
  /** From 1 within its record. */
  readonly number: number;
  readonly authorId: string;
  readonly text: string;
  readonly at: Instant;
  /** The hash of the addendum before; of the seal for the first. */
  readonly previousHash: string;
  readonly hash: string;
}

function hashOfSeal(seal: Omit<RecordSeal, 'content' | 'hash'>, fingerprint: Fingerprint): string {
  const { meetingId, pairId, number, contentHash, previousHash, at } = seal;
  const format = 'duologue-seal/1';
  return fingerprint(canonicalText({ format, meetingId, pairId, number, contentHash, previousHash, at }));
}

function hashOfSignature(signature: Omit<Signature, 'hash'>, sealHash: string, fingerprint: Fingerprint): string {
  const { meetingId, signerId, party, kind, words, at } = signature;
  const format = 'duologue-signature/1';
  return fingerprint(canonicalText({ format, sealHash, meetingId, signerId, party, kind, words, at }));
}

function hashOfAddendum(addendum: Omit<Addendum, 'hash'>, fingerprint: Fingerprint): string {
  const { id, meetingId, number, authorId, text, at, previousHash } = addendum;
  const format = 'duologue-addendum/1';
  return fingerprint(canonicalText({ format, id, meetingId, number, authorId, text, at, previousHash }));
}

/** Seals a record's text, chained to the pair's seal before it. */
export function sealRecord(
  record: { readonly meetingId: string; readonly pairId: string; readonly content: string; readonly at: Instant },
  before: Pick<RecordSeal, 'number' | 'hash'> | null,
  fingerprint: Fingerprint,
): RecordSeal {
  const seal = {
    meetingId: record.meetingId,
    pairId: record.pairId,
    number: (before?.number ?? 0) + 1,
    contentHash: fingerprint(record.content),
    previousHash: before?.hash ?? null,
    at: record.at,
  };
  return { ...seal, content: record.content, hash: hashOfSeal(seal, fingerprint) };
}

/** A signature under a sealed record, with the signer's own view where they see it differently. */
export function signSeal(
  seal: RecordSeal,
  signer: { readonly id: string; readonly party: Party; readonly words: string | null; readonly at: Instant },
  fingerprint: Fingerprint,
): Signature {
  const kind: SignatureKind = signer.words === null ? 'signed' : 'different-view';
  const { id: signerId, party, words, at } = signer;
  const signature = { meetingId: seal.meetingId, signerId, party, kind, words, at };
  return { ...signature, hash: hashOfSignature(signature, seal.hash, fingerprint) };
}

/** Something said later, chained to what was added before it. */
export function addBeside(
  seal: RecordSeal,
  earlier: readonly Addendum[],
  added: { readonly id: string; readonly authorId: string; readonly text: string; readonly at: Instant },
  fingerprint: Fingerprint,
): Addendum {
  const last = earlier.at(-1);
  const addendum = {
    ...added,
    meetingId: seal.meetingId,
    number: (last?.number ?? 0) + 1,
    previousHash: last?.hash ?? seal.hash,
  };
  return { ...addendum, hash: hashOfAddendum(addendum, fingerprint) };
}

/** A sealed record with all that hangs on it, addenda in the order of their numbers. */
export interface SealedRecord {
  readonly seal: RecordSeal;
  /** The hash of the pair's seal before it, as kept; null: there is none. */
  readonly sealBefore: string | null;
  readonly signatures: readonly Signature[];
  readonly addenda: readonly Addendum[];
}

/** A part of a sealed record that is not what was sealed. */
export type Altered =
  | { readonly part: 'shown' | 'content' | 'seal' | 'chain' }
  | { readonly part: 'signature'; readonly signerId: string }
  | { readonly part: 'addendum'; readonly id: string };

function isChained({ addenda, seal }: SealedRecord, index: number): boolean {
  const addendum = addenda[index];
  const before = index === 0 ? seal.hash : addenda[index - 1]?.hash;
  return addendum?.number === index + 1 && addendum.previousHash === before && addendum.meetingId === seal.meetingId;
}

/**
 * Works every hash of a sealed record out again and compares it with what is kept; `shown` is the record's text as it stands in the
 * tables now. Nothing found: what is shown is what was signed.
 */
export function findAltered(record: SealedRecord, shown: string, fingerprint: Fingerprint): Altered[] {
  const { seal, sealBefore, signatures, addenda } = record;
  const altered: Altered[] = [];
  if (shown !== seal.content) altered.push({ part: 'shown' });
  if (fingerprint(seal.content) !== seal.contentHash) altered.push({ part: 'content' });
  if (hashOfSeal(seal, fingerprint) !== seal.hash) altered.push({ part: 'seal' });
  if (seal.previousHash !== sealBefore || (seal.previousHash === null) !== (seal.number === 1))
    altered.push({ part: 'chain' });
  for (const signature of signatures) {
    if (signature.meetingId !== seal.meetingId || hashOfSignature(signature, seal.hash, fingerprint) !== signature.hash)
      altered.push({ part: 'signature', signerId: signature.signerId });
  }
  addenda.forEach((addendum, index) => {
    if (!isChained(record, index) || hashOfAddendum(addendum, fingerprint) !== addendum.hash)
      altered.push({ part: 'addendum', id: addendum.id });
  });
  return altered;
}
