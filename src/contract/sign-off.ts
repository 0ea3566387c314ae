import * as z from 'zod/mini';
import { meetingKinds } from '#core/meeting/meeting.ts';
import { done, empty } from './changes.ts';
import { personView } from './people.ts';
import type { Route } from './route.ts';
import { count, id, instant, words } from './scalars.ts';

const fingerprint = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const party = z.enum(['supervisor', 'employee']);

/** Somebody the policy asks to sign, and how that stands. */
export const signerView = z.object({
  person: personView,
  party,
  state: z.enum(['waiting', 'signed', 'different-view', 'lapsed']),
  at: z.nullable(instant),
  /** How they see it, in their own words. */
  words: z.nullable(z.string()),
});
export type SignerView = z.infer<typeof signerView>;

export const addendumView = z.object({ id, authorId: z.string(), text: z.string(), at: instant });

/** How far the signing of a closed record is, for one of its two. */
export const signOffResponse = z.object({
  meetingId: id,
  pairId: id,
  seq: count,
  policy: z.nullable(z.object({ id: z.string(), version: z.string() })),
  /** Which clause asks for signatures; null: none does. */
  clause: z.nullable(z.string()),
  signers: z.array(signerView),
  myTurn: z.boolean(),
  /** Somebody still writes it up: nobody signs yet. */
  beingWritten: z.boolean(),
  /** It is time to remind me. */
  reminded: z.boolean(),
  lapsesAt: z.nullable(instant),
  /** Nobody is waited for. */
  settled: z.boolean(),
  /** Of what is shown: sent along when signing, so that nobody signs what they have not read. */
  contentHash: fingerprint,
  /** Null: not sealed yet. */
  seal: z.nullable(z.object({ number: count, hash: fingerprint, at: instant })),
  addenda: z.array(addendumView),
});
export type SignOffResponse = z.infer<typeof signOffResponse>;

/** `words`: how I see it; null: it says what we said. */
export const signRecordRequest = z.strictObject({ contentHash: fingerprint, words: z.nullable(words) });
export const addAddendumRequest = z.strictObject({ id, text: words });

/** Every fingerprint worked out again. Not sealed yet: there is nothing to compare with. */
export const checkRecordResponse = z.object({
  sealed: z.boolean(),
  intact: z.boolean(),
  altered: z.array(
    z.object({
      part: z.enum(['shown', 'content', 'seal', 'chain', 'signature', 'addendum']),
      id: z.nullable(z.string()),
    }),
  ),
  contentHash: fingerprint,
});
export type CheckRecordResponse = z.infer<typeof checkRecordResponse>;

export const documentRequest = z.strictObject({ format: z.enum(['docx', 'pdf']) });
/** A file as text, so that it comes the same way as everything else, with the person's token and no address of its own. */
export const documentResponse = z.object({ name: z.string(), contentType: z.string(), base64: z.string() });

/** A record that waits for the reader's signature. */
export const recordToSign = z.object({
  meetingId: id,
  pairId: id,
  other: personView,
  start: instant,
  reminded: z.boolean(),
  lapsesAt: instant,
  clause: z.string(),
});
export type RecordToSign = z.infer<typeof recordToSign>;

/** A closed record that waits for the reader to write it up, or to confirm what the other wrote (ESS-7). */
export const recordToWriteUp = z.object({
  meetingId: id,
  pairId: id,
  kind: z.enum(meetingKinds),
  start: instant,
  step: z.enum(['write-up', 'confirm']),
  clause: z.string(),
});
export type RecordToWriteUp = z.infer<typeof recordToWriteUp>;

/** What can be done with the signing of a closed record. */
export const signOffRoutes = {
  signOff: {
    method: 'GET',
    path: '/api/meetings/:meetingId/sign-off',
    access: 'meeting-member',
    request: empty,
    response: signOffResponse,
  },
  signRecord: {
    method: 'POST',
    path: '/api/meetings/:meetingId/signatures',
    access: 'meeting-member',
    request: signRecordRequest,
    response: done,
  },
  addAddendum: {
    method: 'POST',
    path: '/api/meetings/:meetingId/addenda',
    access: 'meeting-member',
    request: addAddendumRequest,
    response: done,
  },
  checkRecord: {
    method: 'GET',
    path: '/api/meetings/:meetingId/check',
    access: 'meeting-member',
    request: empty,
    response: checkRecordResponse,
  },
  recordDocument: {
    method: 'GET',
    path: '/api/meetings/:meetingId/document',
    access: 'meeting-member',
    request: documentRequest,
    response: documentResponse,
  },
} as const satisfies Record<string, Route>;
