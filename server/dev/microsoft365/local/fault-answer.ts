import type { Request, Response } from 'express';
import { graphInstant } from '../calendar/local-time.ts';
import { errorEnvelope } from '../graph/error.ts';
import type { Answer } from '../graph/request.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import type { Fault } from './fault-description.ts';
import { sendHeld } from './held-answer.ts';
import type { HeldAnswer } from './held-answer.ts';

const CODES: Record<number, string> = {
  400: 'BadRequest',
  401: 'InvalidAuthenticationToken',
  403: 'ErrorAccessDenied',
  404: 'ErrorItemNotFound',
  409: 'ErrorIrresolvableConflict',
  412: 'ErrorIrresolvableConflict',
  423: 'ErrorItemLocked',
  429: 'ApplicationThrottled',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
  507: 'ErrorQuotaExceeded',
};

/** What a fault answers in place of the truth. */
export function faultAnswer(fault: Fault, now: number, clientRequestId: string | undefined): Answer {
  const status = fault.status ?? defaultStatus(fault);
  const headers = { ...fault.headers, ...retryAfter(fault, now), ...challenge(fault) };
  if (fault.answer === 'html') {
    return { status, headers, raw: { contentType: 'text/html', bytes: Buffer.from(proxyPage(status)) } };
  }
  if (fault.answer === 'empty') {
    return { status, headers };
  }
  return { status, headers, body: fault.body ?? faultBody(fault, status, now, clientRequestId) };
}

/** `Retry-After` in the form asked for: seconds, or the date they lead to. */
export function retryAfterText(seconds: number, form: 'seconds' | 'date', now: number): string {
  return form === 'seconds' ? String(seconds) : new Date(now + seconds * 1000).toUTCString();
}

/** Sends what a fault makes of an answer. */
export function sendFault(fault: Fault, request: Request, response: Response, now: number): void {
  if (fault.cut) {
    request.socket.destroy();
    return;
  }
  const { status, headers, body, raw } = faultAnswer(fault, now, request.get('client-request-id'));
  response.status(status).set(headers ?? {});
  if (raw !== undefined) {
    response.type(raw.contentType).send(raw.bytes);
  } else if (body === undefined) {
    response.end();
  } else {
    response.json(body);
  }
}

/** Sends the true answer, spoilt as the fault says, or whole when it only comes late. */
export function sendSpoilt(fault: Fault, request: Request, response: Response, held: HeldAnswer): void {
  switch (fault.answer) {
    case 'half': {
      const half = held.body.subarray(0, held.body.length >> 1);
      response.writeHead(held.status, { ...held.headers, 'content-length': held.body.length });
      response.flushHeaders();
      response.write(half, () => request.socket.destroy());
      return;
    }
    case 'malformed-json': {
      const text = held.body.length > 1 ? held.body.subarray(0, -1) : Buffer.from('{');
      const headers = { 'content-type': 'application/json', ...held.headers, 'content-length': text.length };
      sendHeld(response, { ...held, headers, body: text });
      return;
    }
    case 'wrong-type': {
      sendHeld(response, { ...held, headers: { ...held.headers, 'content-type': 'text/plain; charset=utf-8' } });
      return;
    }
    case 'twice': {
      response.once('finish', () => request.socket.write(onTheWire(held)));
      sendHeld(response, held);
      return;
    }
    case 'html':
    case 'empty':
    case undefined:
      sendHeld(response, held);
  }
}

function onTheWire({ status, headers, body }: HeldAnswer): Buffer {
  const lines = Object.entries({ ...headers, 'content-length': String(body.length) }).map(
    ([name, value]) => `${name}: ${[value].flat().join(', ')}\r\n`,
  );
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${String(status)} Again\r\n${lines.join('')}\r\n`), body]);
}

function defaultStatus(fault: Fault): number {
  if (fault.claims !== undefined) return 401;
  if (fault.oauth !== undefined) return 400;
  return fault.answer === 'html' ? 502 : 503;
}

function retryAfter(fault: Fault, now: number): Record<string, string> {
  return fault.retryAfter === undefined
    ? {}
    : { 'Retry-After': retryAfterText(fault.retryAfter, fault.retryAfterAs, now) };
}

function challenge({ claims }: Fault): Record<string, string> {
  if (claims === undefined) {
    return {};
  }
  const encoded = Buffer.from(claims).toString('base64');
  return {
    'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`,
  };
}

function faultBody(fault: Fault, status: number, now: number, clientRequestId: string | undefined): unknown {
  if (fault.oauth === undefined) {
    const words =
      fault.claims === undefined
        ? 'The service could not answer.'
        : 'Continuous access evaluation resulted in challenge with result: InteractionRequired.';
    return errorEnvelope(
      fault.code ?? CODES[status] ?? 'InternalServerError',
      fault.message ?? words,
      now,
      clientRequestId,
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

function proxyPage(status: number): string {
  return `<html>\r\n<head><title>${String(status)} Bad Gateway</title></head>\r\n<body>\r\n<center><h1>${String(status)} Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n`;
}
