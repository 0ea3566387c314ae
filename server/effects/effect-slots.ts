import type { Effect, EffectBody } from '../ports/effect.ts';

/** How many promises are kept at once. Teams takes thirty installs a second, each after two reads; Outlook few at once (docs/decisions/025). */
const slots = { outlook: 32, teams: 64 } as const;
/** Of these, so many booking for many never takes. */
const keptFree = 4;
/** The same for one person: as many calls as Outlook takes for one mailbox, and more where that is no limit. */
const ofOnePerson = { outlook: 4, teams: 16 } as const;

type Service = keyof typeof slots;

function serviceOf(kind: EffectBody['kind']): Service {
  return kind === 'install-panel' ? 'teams' : 'outlook';
}

/** What is booked for many takes nothing from what the same person is waiting for. */
function shareOf({ tenantId, actingId, body, forMany }: Effect): string {
  return `${serviceOf(body.kind)} ${String(forMany)} ${tenantId}/${actingId}`;
}

function pairOf(effect: Effect): string {
  return `${effect.tenantId}/${effect.pairId}`;
}

/** Who keeps which promise just now. */
export interface EffectSlots {
  /** Of these, in their order, those that may be tried now; they are taken as begun. */
  begin(effects: readonly Effect[]): Effect[];
  end(effect: Effect): void;
  isRunning(effect: Effect): boolean;
  readonly count: () => number;
}

/** Promises about one pair are kept one after the other, a few of one person at once, and many people's together. */
export function effectSlots(): EffectSlots {
  const running = new Map<string, Effect>();
  const used = { outlook: 0, teams: 0 };
  const shares = new Map<string, number>();
  const pairs = new Set<string>();
  const isFull = (service: Service, forMany: boolean): boolean =>
    used[service] >= slots[service] - (forMany ? keptFree : 0);
  return {
    begin(effects) {
      const begun: Effect[] = [];
      /** A promise that waits keeps later ones about its pair waiting. */
      const held = new Set<string>();
      for (const effect of effects) {
        const [pair, share, service] = [pairOf(effect), shareOf(effect), serviceOf(effect.body.kind)];
        const atOnce = shares.get(share) ?? 0;
        if (pairs.has(pair) || held.has(pair) || atOnce >= ofOnePerson[service] || isFull(service, effect.forMany)) {
          held.add(pair);
          continue;
        }
        running.set(effect.id, effect);
        used[service] += 1;
        shares.set(share, atOnce + 1);
        pairs.add(pair);
        begun.push(effect);
      }
      return begun;
    },
    end(effect) {
      if (!running.delete(effect.id)) return;
      const share = shareOf(effect);
      const left = (shares.get(share) ?? 1) - 1;
      if (left === 0) shares.delete(share);
      else shares.set(share, left);
      used[serviceOf(effect.body.kind)] -= 1;
      pairs.delete(pairOf(effect));
    },
    isRunning: (effect) => running.has(effect.id),
    count: () => running.size,
  };
}
