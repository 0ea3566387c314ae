import { createContext, useContext } from 'react';
import type { Asked } from './asked.ts';
import type { LocalApp, LocalPerson } from './local-api.ts';
import type { Session } from './session.ts';

/** What every page needs: who is here, who else there is, which app, and a way to say something in passing. */
export interface Host {
  readonly session: Session;
  readonly app: LocalApp;
  readonly people: readonly LocalPerson[];
  /** Milliseconds to add to the browser's clock to get the local Microsoft 365's. */
  readonly clockOffset: number;
  readonly say: (title: string, body?: string) => void;
  /** Opens a link as Teams would. @returns false when it leads nowhere */
  readonly openLink: (address: string) => boolean;
  /** Puts a question or a form before the person, over the page they are on; a later one takes the place of an earlier. */
  readonly ask: (asked: Asked) => void;
  /** Asks the person to let the app in; true when they agree. */
  readonly askConsent: () => Promise<boolean>;
  /** Tells the top bar whom "Open as …, beside" should open, and where. */
  readonly offerBeside: (beside: Beside | undefined) => void;
}

/** Another person to open in a second window. */
export interface Beside {
  readonly personId: string;
  readonly hash: string;
}

/** Given by the shell. */
export const HostContext = createContext<Host | undefined>(undefined);

/** The host around this component. @throws Error outside the shell */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === undefined) throw new Error('useHost needs the shell around it');
  return host;
}
