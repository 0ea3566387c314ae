import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { Middleware } from '@microsoft/microsoft-graph-client';
import type { z } from 'zod';
import type { Actor } from '#core/people/person.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Pass, Passes, TokenHolder } from '#server/ports/passes.ts';
import type { Timing } from '#server/ports/system.ts';
import { graphChain } from './graph-chain.ts';
import type { CallTerms } from './graph-chain.ts';
import { addressFor, batchFor } from './graph-address.ts';
import type { GraphConfig } from './graph-config.ts';
import { callGate, type Manner } from './call-gate.ts';
import {
  claimsChallengeIn,
  failureOf,
  failureWithoutAnswer,
  jsonOrNull,
  refusedToApplication,
  unexpectedShape,
} from './graph-failure.ts';
import { pageOf } from './graph-schemas.ts';
import { lanesOfCall } from './lanes-of-call.ts';
import { isWorthAnother, onlyFailure, restBeforeAnother, verdictOn } from './second-try.ts';
import type { Sent } from './second-try.ts';

const mostPages = 40;

interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/v1.0`, with its query. What is the actor's own is always written `/me`, whoever's token it goes out with. */
  readonly path: string;
  /** Sent as it is: the same value is the same bytes. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came of a call, and with whose token it was made. */
type SentAs = Sent & { readonly holder: TokenHolder };

/** Calls of one feature, in one person's name. Each throws Failure and nothing else. */
export interface GraphCaller {
  /** Reads, with one second try. A POST that only asks something is a read as well. */
  read<T>(call: Call, schema: z.ZodType<T>): Promise<T>;
  /** Reads and says with whose token: an application may be shown what the person would not be. */
  readNoting<T>(call: Call, schema: z.ZodType<T>): Promise<{ readonly answer: T; readonly holder: TokenHolder }>;
  /** Reads all pages of a collection. */
  readAll<T>(path: string, schema: z.ZodType<T>, headers?: Readonly<Record<string, string>>): Promise<T[]>;
  /** Changes something, sent once. */
  write<T>(call: Call, schema: z.ZodType<T>): Promise<T>;
  /** Changes something, sent once; what is answered does not matter. */
  writeOnly(call: Call): Promise<void>;
}

/** Gives callers; one per feature and person. */
export type GraphHttp = (actor: Actor, scopes: readonly string[], manner?: Manner) => GraphCaller;

/** Microsoft's Graph client on our own chain, every answer checked and every no put in our words. */
export function graphHttp(config: GraphConfig, passes: Passes, timing: Timing): GraphHttp {
  const gate = callGate(timing);
  const base = `${config.origin}/v1.0`;

  function requestOf(
    pass: Pass,
    terms: CallTerms,
    call: Call,
    onCause: (cause: unknown) => void,
  ): ReturnType<Client['api']> {
    const chain = graphChain(config, pass.token);
    // Microsoft's client turns whatever its chain throws into an error of its own that no longer says why.
    const middleware: Middleware = {
      async execute(context) {
        await chain.execute(context).catch((error: unknown) => {
          onCause(error);
          throw error;
        });
      },
    };
    const client = Client.initWithMiddleware({ baseUrl: config.origin, middleware });
    return client
      .api(addressFor(pass.holder, terms.actor, call.path))
      .version('v1.0')
      .responseType(ResponseType.RAW)
      .headers({ ...call.headers });
  }

  /** One call in its turn, with what came of it: an answer, good or not, or none. */
  function sendOnce(pass: Pass, terms: CallTerms, call: Call): Promise<Sent> {
    let cause: unknown;
    const request = requestOf(pass, terms, call, (error) => {
      cause = error;
    });
    return gate.through(
      lanesOfCall(terms.actor, call.method, call.path),
      async () => {
        try {
          const body = batchFor(pass.holder, terms.actor, call.path, call.body);
          const content = body === undefined ? undefined : JSON.stringify(body);
          const answer = (await sending(request, call.method, content)) as Response;
          const text = answer.ok ? await answer.text() : '';
          return { result: { answer, text }, verdict: verdictOn(answer) };
        } catch (error) {
          throw failureWithoutAnswer(cause ?? error, terms.effect);
        }
      },
      terms.manner,
    );
  }

  /** Asks once for a new token where Graph takes the one it got for expired; nothing has happened at a 401. */
  async function sendAs(terms: CallTerms, call: Call): Promise<SentAs> {
    const { actor, scopes } = terms;
    const pass = await passes.passFor(actor, scopes);
    const sent = await sendOnce(pass, terms, call);
    if (sent.answer.status !== 401 || claimsChallengeIn(sent.answer.headers) !== undefined)
      return { ...sent, holder: pass.holder };
    await sent.answer.body?.cancel();
    const fresh = await passes.passFor(actor, scopes, { fresh: true });
    return { ...(await sendOnce(fresh, terms, call)), holder: fresh.holder };
  }

  async function send(terms: CallTerms, call: Call): Promise<SentAs> {
    let sent: SentAs | Failure = await sendAs(terms, call).catch(onlyFailure);
    if (terms.effect === 'reads' && isWorthAnother(sent)) {
      if (!(sent instanceof Failure)) await sent.answer.body?.cancel();
      await timing.pause(restBeforeAnother(sent));
      sent = await sendAs(terms, call);
    }
    if (sent instanceof Failure) throw sent;
    if (sent.answer.ok) return sent;
    const failure = await failureOf(sent.answer, terms.effect);
    if (sent.holder === 'application') throw refusedToApplication(failure);
    await passes.refused(terms.actor, terms.scopes, failure);
    throw failure;
  }

  return (actor, scopes, manner = 'usual') => {
    async function noting<T>(effect: CallTerms['effect'], call: Call, schema: z.ZodType<T>) {
      const { text, holder } = await send({ actor, scopes, effect, manner }, call);
      const answer = schema.safeParse(jsonOrNull(text));
      if (!answer.success) throw unexpectedShape(effect, answer.error);
      return { answer: answer.data, holder };
    }
    async function ask<T>(effect: CallTerms['effect'], call: Call, schema: z.ZodType<T>): Promise<T> {
      return (await noting(effect, call, schema)).answer;
    }
    return {
      read: (call, schema) => ask('reads', call, schema),
      readNoting: (call, schema) => noting('reads', call, schema),
      write: (call, schema) => ask('writes', call, schema),
      async writeOnly(call) {
        await send({ actor, scopes, effect: 'writes', manner }, call);
      },
      async readAll(path, schema, headers = {}) {
        const all = [];
        let next: string | undefined = path;
        for (let page = 0; next !== undefined && page < mostPages; page += 1) {
          const answer: { value: z.infer<typeof schema>[]; '@odata.nextLink'?: string | undefined } = await ask(
            'reads',
            { method: 'GET', path: next, headers },
            pageOf(schema),
          );
          all.push(...answer.value);
          const link = answer['@odata.nextLink'];
          if (link?.startsWith(`${base}/`) === false) throw unexpectedShape('reads', 'foreign nextLink');
          next = link?.slice(base.length);
        }
        return all;
      },
    };
  };
}

function sending(
  request: ReturnType<Client['api']>,
  method: Call['method'],
  content: string | undefined,
): Promise<unknown> {
  if (method === 'GET') return request.get();
  if (method === 'POST') return request.post(content);
  if (method === 'PATCH') return request.patch(content);
  return request.delete();
}
