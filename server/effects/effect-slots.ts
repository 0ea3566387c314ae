import type { Effect, EffectBody } from '../ports/effect.ts';

/** How many promises are kept at once. Teams takes thirty installs a second, each after two reads; Outlook few at once (docs/decisions/025). */
const slots = { outlook: 32, teams: 64 } as const;
/** As many calls as Outlook takes for one mailbox. */
const atOncePerPerson = 4;

function serviceOf(kind: EffectBody['kind']): keyof typeof slots {
  return kind === 'install-panel' ? 'teams' : 'outlook';
}

function personOf(effect: Effect): string {
  return `${effect.tenantId}/${effect.actingId}`;
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
  const ofPerson = new Map<string, number>();
  const pairs = new Set<string>();
  return {
    begin(effects) {
      const begun: Effect[] = [];
      /** A promise that waits keeps later ones about its pair waiting. */
      const held = new Set<string>();
      for (const effect of effects) {
        const [pair, person, service] = [pairOf(effect), personOf(effect), serviceOf(effect.body.kind)];
        const atOnce = ofPerson.get(person) ?? 0;
        if (pairs.has(pair) || held.has(pair) || atOnce >= atOncePerPerson || used[service] >= slots[service]) {
          held.add(pair);
          continue;
        }
        running.set(effect.id, effect);
        used[service] += 1;
        ofPerson.set(person, atOnce + 1);
        pairs.add(pair);
        begun.push(effect);
      }
      return begun;
    },
    end(effect) {
      if (!running.delete(effect.id)) return;
      const person = personOf(effect);
      const left = (ofPerson.get(person) ?? 1) - 1;
      if (left === 0) ofPerson.delete(person);
      else ofPerson.set(person, left);
      used[serviceOf(effect.body.kind)] -= 1;
      pairs.delete(pairOf(effect));
    },
    isRunning: (effect) => running.has(effect.id),
    count: () => running.size,
  };
}
