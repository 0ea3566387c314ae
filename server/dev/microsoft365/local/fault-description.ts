import { z } from 'zod';

/** How an answer is spoilt on its way back; the work behind it is done first. */
const spoiltAnswers = ['half', 'malformed-json', 'wrong-type', 'twice'] as const;

/** What a fault is, as `POST /_local/faults` takes it. */
export const faultDescription = z.strictObject({
  /** A few words for the list. */
  name: z.string().max(200).optional(),
  method: z.string().optional(),
  /** Path without the query; `*` stands for anything. Change notifications go by `/notifications/{resource}/{change}`. */
  path: z.string().min(1).max(500),
  /** Object id of the person whose token it is, or whose mailbox a change notification is about. */
  person: z.string().optional(),
  /** Client id of the application. */
  app: z.string().optional(),
  /** For the token endpoint: `obo`, or part of the grant type. */
  grant: z.string().optional(),
  times: z.union([z.int().positive(), z.literal('always')]).default(1),
  /** How many requests that match pass unharmed first. */
  skip: z.int().min(0).default(0),
  /** Chance of each request that matches; which ones it strikes follows from `seed` alone. */
  probability: z.number().min(0).max(1).default(1),
  seed: z.int().default(1),
  /** Before the work, so that nothing happens; or after it took effect, so that only the answer suffers. */
  moment: z.enum(['before', 'after']).default('before'),
  delayMs: z.int().min(0).max(600_000).default(0),
  /** The connection is cut instead of an answer. */
  cut: z.boolean().default(false),
  /** How often the work is done, as when a gateway sends a request again by itself. */
  runs: z.int().min(1).max(5).default(1),
  /** `half`: half an answer, then the connection is cut. `html`: a page as proxies give. `empty`: no body. */
  answer: z.enum([...spoiltAnswers, 'html', 'empty']).optional(),
  status: z.int().min(200).max(599).optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  /** Seconds; left out, no `Retry-After` is sent. */
  retryAfter: z.number().min(0).optional(),
  retryAfterAs: z.enum(['seconds', 'date']).default('seconds'),
  /** Claims that Graph asks for with 401, as continuous access evaluation does: JSON, sent as base64. */
  claims: z.string().optional(),
  oauth: z
    .strictObject({
      error: z.string(),
      suberror: z.string().optional(),
      errorCodes: z.array(z.int()).optional(),
      claims: z.string().optional(),
      description: z.string().optional(),
    })
    .optional(),
  /** Change notifications: how often each is delivered; 0 loses it. */
  copies: z.int().min(0).max(5).optional(),
  /** Change notifications: so many are gathered, then sent in another order, which follows from `seed`. */
  reorder: z.int().min(2).max(100).optional(),
  /** Change notifications: the secret they carry instead of the right one. */
  clientState: z.string().max(255).optional(),
  /** Change notifications: how long the receiver is taken to need for its answer. */
  slowAnswerMs: z.int().min(0).optional(),
});

export type FaultDescription = z.infer<typeof faultDescription>;

/** One request that a fault struck. */
export interface Strike {
  /** Epoch milliseconds. */
  at: number;
  method: string;
  path: string;
  personId: string | null;
}

/** Something that goes wrong on purpose, and how often it did: `seen` matched, `hits` were struck. */
export type Fault = FaultDescription & { id: string; hits: number; seen: number; strikes: Strike[] };

/** Whether the true answer still goes out, late or spoilt. */
export function keepsAnswer(fault: Fault): boolean {
  return !fault.cut && !replacesAnswer(fault);
}

/** Whether the fault lets the work be done before it strikes. */
export function comesAfterWork(fault: Fault): boolean {
  return fault.moment === 'after' || fault.runs > 1 || spoiltAnswers.some((one) => one === fault.answer);
}

function replacesAnswer(fault: Fault): boolean {
  return (
    fault.status !== undefined ||
    fault.code !== undefined ||
    fault.body !== undefined ||
    fault.oauth !== undefined ||
    fault.claims !== undefined ||
    fault.retryAfter !== undefined ||
    fault.answer === 'html' ||
    fault.answer === 'empty'
  );
}
