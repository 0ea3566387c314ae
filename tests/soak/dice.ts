import { drawsOf } from '#server/dev/microsoft365/local/fault-match.ts';

/** Chances that follow from a name alone: the same name, the same game. */
export interface Dice {
  /** From 0 to below 1. */
  draw(): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  one<T>(from: readonly T[]): T | undefined;
  /** True in so many of a hundred. */
  chance(percent: number): boolean;
}

/** One of these by weight. */
export function weighted<T extends string>(dice: Dice, weights: Readonly<Record<T, number>>): T {
  const entries = Object.entries<number>(weights) as [T, number][];
  let left = dice.draw() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  throw new RangeError('Nothing to choose from');
}

export function diceOf(name: string): Dice {
  const draw = drawsOf(0, name);
  return {
    draw,
    between: (least, most) => least + Math.floor(draw() * (most - least + 1)),
    one: (from) => from[Math.floor(draw() * from.length)],
    chance: (percent) => draw() * 100 < percent,
  };
}
