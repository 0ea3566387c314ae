import { readHome } from '../../usecases/read-home.ts';
import { readMe } from '../../usecases/read-me.ts';
import { readPairPolicy } from '../../usecases/read-pair-policy.ts';
import { readPair } from '../../usecases/read-pair.ts';
import { readPolicy } from '../../usecases/read-policy.ts';
import { setExtraSupport } from '../../usecases/set-extra-support.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

export function peopleRoutes(
  needs: RouteNeeds,
): Pick<Handlers, 'me' | 'home' | 'policy' | 'pair' | 'pairPolicy' | 'setExtraSupport'> {
  return {
    me: ({ actor }) => readMe(needs, actor),
    home: ({ actor }) => readHome(needs, actor),
    policy: ({ actor, request }) => readPolicy(needs, actor, request),
    pair: ({ actor, param }) => readPair(needs, actor, { pairId: param('pairId') }),
    pairPolicy: ({ actor, param, request }) => readPairPolicy(needs, actor, { pairId: param('pairId'), ...request }),
    setExtraSupport: ({ actor, param, request }) =>
      setExtraSupport(needs, actor, { pairId: param('pairId'), ...request }),
  };
}
