import { randomUUID } from 'node:crypto';
import { HTTPMessageHandler } from '@microsoft/microsoft-graph-client';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { Actor } from '#core/people/person.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Manner } from './call-gate.ts';
import type { CallEffect } from './graph-failure.ts';
import type { GraphConfig } from './graph-config.ts';

const patienceMilliseconds = 15_000;

/** In whose name a call is made, with which permissions, and whether it changes anything. */
export interface CallTerms {
  readonly actor: Actor;
  readonly scopes: readonly string[];
  readonly effect: CallEffect;
  readonly manner: Manner;
}

/**
 * Our own chain for Microsoft's client, whose own would re-send posts, wait for minutes and drop the token on other
 * hosts: token, for Graph alone, time-out, request id, then the network.
 */
export function graphChain(config: GraphConfig, token: string): Middleware {
  const network = new HTTPMessageHandler();
  return {
    async execute(context) {
      const url = typeof context.request === 'string' ? context.request : context.request.url;
      if (new URL(url).origin !== config.origin)
        throw new Failure('outlook-refused', { outsideCode: 'foreign-address' });
      setHeader(context, 'Authorization', `Bearer ${token}`);
      setHeader(context, 'client-request-id', randomUUID());
      context.options = { ...context.options, redirect: 'error', signal: AbortSignal.timeout(patienceMilliseconds) };
      await network.execute(context);
    },
  };
}

function setHeader(context: Context, name: string, value: string): void {
  const headers = context.options?.headers as Record<string, string> | undefined;
  context.options = { ...context.options, headers: { ...headers, [name]: value } };
}
