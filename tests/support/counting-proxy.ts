import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a PostgreSQL server that counts how often it was asked and waited for. */
export interface CountingProxy {
  /** The database's address by this way. */
  readonly url: string;
  /** How many round trips there were since it was last asked: what is sent together counts once. */
  taken(): number;
  close(): Promise<void>;
}

/** Stands between Duologue and a database. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let isWaiting = false;
    client.on('data', (sent) => {
      if (!isWaiting) count += 1;
      isWaiting = true;
      upstream.write(sent);
    });
    upstream.on('data', (answer) => {
      isWaiting = false;
      client.write(answer);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one.setNoDelay());
      one
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: url.href,
    taken: () => {
      const taken = count;
      count = 0;
      return taken;
    },
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
