import type { MeResponse } from '#contract/people.ts';
import { createContext, useContext } from 'react';

export const MeContext = createContext<MeResponse | null>(null);

/** Who is signed in, with their zone and the policy in force. */
export function useMe(): MeResponse {
  const me = useContext(MeContext);
  if (me === null) throw new Error('Shown before sign-in');
  return me;
}
