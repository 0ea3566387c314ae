import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from './local-microsoft365.ts';

export interface Receiver {
  url: string;
  /** Every notification that arrived, in order. */
  told: Json[];
  /** How often it was asked to prove itself. */
  handshakes: number;
  /** What it answers a notification with; 202 unless set. */
  status: number;
  /** What it gives back when asked to prove itself; the token unless set. */
  proves: (token: string, response: ServerResponse) => void;
  close: () => void;
}

/** Somebody who takes notifications: gives the token back, and keeps what it is told. */
export async function notificationReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://here').searchParams.get('validationToken');
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      if (token !== null) {
        receiver.handshakes += 1;
        receiver.proves(token, response);
        return;
      }
      receiver.told.push(...(JSON.parse(text) as { value: Json[] }).value);
      response.writeHead(receiver.status).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  const receiver: Receiver = {
    url: `http://localhost:${String((server.address() as AddressInfo).port)}/hook`,
    told: [],
    handshakes: 0,
    status: 202,
    proves: (token, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(token);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return receiver;
}
