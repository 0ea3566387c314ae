import { createContext, useContext } from 'react';
import type { Host } from './host.ts';

export const HostContext = createContext<Host | null>(null);

/** Where the page runs. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('Shown outside a host');
  return host;
}
