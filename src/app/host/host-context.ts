import { createContext, useContext } from 'react';
import { noHost } from './connect-host.ts';
import type { Host } from './host.ts';

export const HostContext = createContext<Host>(noHost);

/** Where the page runs. */
export function useHost(): Host {
  return useContext(HostContext);
}
