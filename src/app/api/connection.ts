import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { CallApi } from './call-api.ts';
import type { Live } from './live.ts';
import type { Outbox } from './outbox.ts';

/** Everything a screen needs to speak with the server. */
export interface Connection {
  readonly callApi: CallApi;
  readonly queryClient: QueryClient;
  readonly outbox: Outbox;
  readonly live: Live;
}

export const ConnectionContext = createContext<Connection | null>(null);

/** The line to the server. */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (connection === null) throw new Error('Shown outside a connection');
  return connection;
}
