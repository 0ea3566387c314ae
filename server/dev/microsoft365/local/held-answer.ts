import type { Response } from 'express';

/** An answer that was made and not sent. */
export interface HeldAnswer {
  status: number;
  headers: Record<string, number | string | string[]>;
  body: Buffer;
}

/** Tells that an answer was made although it was not sent. */
export const HELD = 'answer-held';

/** What any refusal of Graph still carries. */
const KEPT_HEADERS = new Set(['request-id', 'client-request-id', 'cache-control', 'access-control-allow-origin']);

/** Keeps what is answered from here on back, until it is taken. */
export function holdAnswer(response: Response): () => HeldAnswer {
  const own = { write: response.write.bind(response), end: response.end.bind(response) };
  const parts: Buffer[] = [];
  const keep = (chunk: unknown, encoding: unknown): void => {
    if (typeof chunk === 'string') {
      parts.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    } else if (chunk instanceof Uint8Array) {
      parts.push(Buffer.from(chunk));
    }
  };
  response.write = ((chunk: unknown, encoding?: unknown) => {
    keep(chunk, encoding);
    return true;
  }) as Response['write'];
  response.end = ((chunk?: unknown, encoding?: unknown) => {
    keep(chunk, encoding);
    response.emit(HELD);
    return response;
  }) as Response['end'];
  return () => {
    response.write = own.write;
    response.end = own.end;
    const headers = Object.fromEntries(
      Object.entries(response.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const held = { status: response.statusCode, headers, body: Buffer.concat(parts) };
    response.status(200);
    for (const name of response.getHeaderNames()) {
      if (!KEPT_HEADERS.has(name.toLowerCase())) {
        response.removeHeader(name);
      }
    }
    return held;
  };
}

/** Sends an answer that was held, whole and as it was. */
export function sendHeld(response: Response, held: HeldAnswer): void {
  response.writeHead(held.status, held.headers);
  response.end(held.body);
}
