import type { Store } from '../ports/store.ts';
import type { Clock } from '../ports/system.ts';
import { changesNoFact } from './keep-standing.ts';

/** Whether a change can bring forward or put off when something falls due. A promise nobody wants any more may have been one of these. */
function mayChangeHours(what: string): boolean {
  return what === 'effect-withdrawn' || !(changesNoFact.has(what) || what.startsWith('effect-'));
}

/**
 * A store whose transactions have every pair they changed looked at again for what falls due: agendas to share, time to keep free.
 * Nobody who changes something has to think of it.
 */
export function keepingHours(store: Store, needs: { readonly clock: Clock }, onAsked: () => void): Store {
  return {
    ...store,
    asPerson: async (actor, work) => {
      let asked = 0;
      const result = await store.asPerson(actor, async (tx) => {
        const changed = new Set<string>();
        const ask: typeof tx.hours.ask = async (pairIds, at) => {
          const some = await tx.hours.ask(pairIds, at);
          asked += some;
          return some;
        };
        const done = await work({
          ...tx,
          hours: { ask },
          changed: (pairId, what) => {
            if (mayChangeHours(what)) changed.add(pairId);
            return tx.changed(pairId, what);
          },
        });
        await ask([...changed], needs.clock.now());
        return done;
      });
      if (asked > 0) onAsked();
      return result;
    },
  };
}
