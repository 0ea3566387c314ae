/** One line of the result. Ours and baseline are medians of rounds that took turns, unless the name says otherwise. */
export interface Row {
  readonly name: string;
  readonly ours: number;
  readonly baseline: number;
  readonly ratio: number;
  readonly target: string;
  readonly holds: boolean;
}

type Work = () => unknown;

/** The value that this share of the values does not exceed. @throws RangeError for no values */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new RangeError('Nothing was measured');
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The promise, for as long as half a minute. @throws when it takes longer: a bench never hangs */
export async function inTime<T>(promise: Promise<T>, what: string): Promise<T> {
  const waiting = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    waiting.reject(new Error(`Not within half a minute: ${what}`));
  }, 30_000);
  try {
    return await Promise.race([promise, waiting.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** How long this takes, in milliseconds. */
export async function timeOf(work: Work): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Times both by turns, so that whatever else the machine does meets both alike. The first rounds do not count. */
export async function byTurns(
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<{ readonly ours: number[]; readonly baseline: number[] }> {
  const times: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] };
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const pair = round % 2 === 0 ? [await ours(), await baseline()] : [await baseline(), await ours()].reverse();
    if (round < warmUp) continue;
    times.ours.push(pair[0] ?? 0);
    times.baseline.push(pair[1] ?? 0);
  }
  return times;
}

/** @param holds given ours and the ratio */
export function rowOf(
  name: string,
  figures: { readonly ours: number; readonly baseline: number },
  target: string,
  holds: (ours: number, ratio: number) => boolean,
): Row {
  const ratio = figures.ours / figures.baseline;
  const round = (value: number): number => Number(value.toPrecision(4));
  return {
    name,
    ours: round(figures.ours),
    baseline: round(figures.baseline),
    ratio: round(ratio),
    target,
    holds: holds(figures.ours, ratio),
  };
}
