import type { Request, Response } from 'express';
import { z } from 'zod';
import { freshGuid } from '../tenant/identifiers.ts';
import { graphInstant } from '../calendar/local-time.ts';
import { errorEnvelope } from '../graph/error.ts';

const faultRequest = z.strictObject({
  method: z.string().optional(),
  /** Path without the query; `*` stands for anything. */
  path: z.string(),
  person: z.string().optional(),
  grant: z.string().optional(),
  times: z.union([z.int().positive(), z.literal('always')]).default(1),
  skip: z.int().min(0).default(0),
  moment: z.enum(['before', 'after']).default('before'),
  delayMs: z.int().min(0).default(0),
  cut: z.boolean().default(false),
  /** For change notifications: how often each is delivered, 0 loses it. */
  copies: z.int().min(0).max(5).optional(),
  status: z.int().min(100).max(599).optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  retryAfter: z.number().min(0).optional(),
  oauth: z
    .strictObject({
      error: z.string(),
      suberror: z.string().optional(),
      errorCodes: z.array(z.int()).optional(),
      claims: z.string().optional(),
      description: z.string().optional(),
    })
    .optional(),
});

/** Something that goes wrong on purpose: for which requests, how often, when, and how. */
export type Fault = z.infer<typeof faultRequest> & { id: string; hits: number; seen: number };

/** A request on its way to Graph or the token endpoint. */
interface Passing extends Matched {
  request: Request;
  response: Response;
}

interface Matched {
  method: string;
  path: string;
  personId: string | null;
  form?: ReadonlyMap<string, string>;
}

/** The faults switched on, and the one place where they are applied. */
export class Faults {
  readonly #now: () => number;
  #faults: Fault[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  list(): Fault[] {
    return this.#faults;
  }

  /** Switches a fault on. @throws a ZodError when the description does not fit. */
  add(described: unknown): Fault {
    const fault = { ...faultRequest.parse(described), id: freshGuid(), hits: 0, seen: 0 };
    this.#faults.push(fault);
    return fault;
  }

  clear(id?: string): void {
    this.#faults = id === undefined ? [] : this.#faults.filter((one) => one.id !== id);
  }

  /** How often, and how late, a change notification to a mailbox goes out; its path is `/notifications`. */
  notification(personId: string): { copies: number; delayMs: number } {
    const fault = this.#next({ method: 'POST', path: '/notifications', personId });
    return { copies: fault?.copies ?? 1, delayMs: fault?.delayMs ?? 0 };
  }

  /** Runs a request's work with whatever fault is meant for it before, around or after. */
  async around(passing: Passing, work: () => Promise<void>): Promise<void> {
    // The pages of the local Teams and Outlook look on: what goes wrong is meant for the app.
    const fault = passing.request.get('x-local-pages') === undefined ? this.#next(passing) : undefined;
    if (fault === undefined) {
      await work();
      return;
    }
    if (fault.moment === 'after' || changesNothing(fault)) {
      const answer = heldAnswer(passing.response);
      await work();
      if (fault.delayMs > 0) {
        await pause(fault.delayMs);
      }
      answer.release(changesNothing(fault));
      if (changesNothing(fault)) {
        return;
      }
    } else if (fault.delayMs > 0) {
      await pause(fault.delayMs);
    }
    this.#apply(fault, passing);
  }

  #next(passing: Matched): Fault | undefined {
    for (const fault of this.#faults) {
      if (!matches(fault, passing)) {
        continue;
      }
      fault.seen += 1;
      if (fault.seen <= fault.skip || (fault.times !== 'always' && fault.hits >= fault.times)) {
        continue;
      }
      fault.hits += 1;
      return fault;
    }
    return undefined;
  }

  #apply(fault: Fault, { request, response }: Passing): void {
    if (fault.cut) {
      request.socket.destroy();
      return;
    }
    for (const [name, value] of Object.entries(fault.headers)) {
      response.set(name, value);
    }
    if (fault.retryAfter !== undefined) {
      response.set('Retry-After', String(fault.retryAfter));
    }
    const status = fault.status ?? (fault.oauth === undefined ? 503 : 400);
    response.status(status).json(fault.body ?? this.#body(fault, status, request));
  }

  #body(fault: Fault, status: number, request: Request): unknown {
    const now = this.#now();
    if (fault.oauth === undefined) {
      return errorEnvelope(
        fault.code ?? codeFor(status),
        fault.message ?? 'The service could not answer.',
        now,
        request.get('client-request-id'),
      );
    }
    const codes = fault.oauth.errorCodes ?? [50076];
    return {
      error: fault.oauth.error,
      error_description: fault.oauth.description ?? `AADSTS${String(codes[0])}: asked to refuse.`,
      error_codes: codes,
      timestamp: graphInstant(now),
      trace_id: freshGuid(),
      correlation_id: freshGuid(),
      ...(fault.oauth.suberror === undefined ? {} : { suberror: fault.oauth.suberror }),
      ...(fault.oauth.claims === undefined ? {} : { claims: fault.oauth.claims }),
    };
  }
}

/** A fault that only delays lets the true answer through. */
function changesNothing(fault: Fault): boolean {
  return (
    !fault.cut &&
    fault.status === undefined &&
    fault.code === undefined &&
    fault.body === undefined &&
    fault.oauth === undefined &&
    fault.retryAfter === undefined
  );
}

function matches(fault: Fault, passing: Matched): boolean {
  const pattern = new RegExp(`^${fault.path.split('*').map(escapePattern).join('.*')}$`, 'i');
  return (
    (fault.method === undefined || fault.method.toUpperCase() === passing.method) &&
    (pattern.test(passing.path) || pattern.test(decodeURIComponent(passing.path))) &&
    (fault.person === undefined || fault.person === passing.personId) &&
    (fault.grant === undefined ||
      (passing.form?.get('grant_type') ?? '').includes(fault.grant === 'obo' ? 'jwt-bearer' : fault.grant))
  );
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function codeFor(status: number): string {
  const codes: Record<number, string> = {
    401: 'InvalidAuthenticationToken',
    403: 'ErrorAccessDenied',
    404: 'ErrorItemNotFound',
    409: 'ErrorIrresolvableConflict',
    429: 'ApplicationThrottled',
    503: 'ServiceUnavailable',
    504: 'GatewayTimeout',
  };
  return codes[status] ?? 'InternalServerError';
}

/** Keeps the work's answer back until it is released, or thrown away so that another can take its place. */
function heldAnswer(response: Response): { release: (isKept: boolean) => void } {
  const kept: { body: unknown } = { body: undefined };
  const end = response.end.bind(response);
  response.end = ((body?: unknown) => {
    kept.body = body;
    return response;
  }) as Response['end'];
  return {
    release: (isKept) => {
      response.end = end;
      if (isKept) {
        end(kept.body);
        return;
      }
      for (const name of response.getHeaderNames()) {
        response.removeHeader(name);
      }
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
