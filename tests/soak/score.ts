import type { Wrongs } from './judge.ts';

/** A pair that went wrong, and how to see it again. */
export interface Fault {
  readonly seed: number;
  readonly pair: string;
  readonly wrongs: Wrongs;
  /** What the two did, and with what words to play it again. */
  readonly story: readonly string[];
}

/** What came of a game. */
export interface Score {
  readonly pairYears: number;
  readonly acts: number;
  readonly faults: readonly Fault[];
}

/** The line that says it all. */
export function summaryOf({
  pairYears,
  faults,
}: Score): Record<'pairYears' | 'duplicates' | 'mismatches' | 'lost', number> {
  const sum = (what: keyof Wrongs): number => faults.reduce((all, { wrongs }) => all + wrongs[what].length, 0);
  return {
    pairYears: Math.floor(pairYears),
    duplicates: sum('duplicates'),
    mismatches: sum('mismatches'),
    lost: sum('lost'),
  };
}

/** What was done how often, of what everybody did. */
export function deedsOf(steps: readonly string[]): string {
  const deeds = steps.flatMap((step) => {
    const [, deed] = /(?:Duologue|Outlook): (\w+(?: (?!“|\d)\w+)?)/.exec(step) ?? [];
    return deed === undefined ? [] : [step.includes('(refused') ? `${deed} (refused)` : deed];
  });
  const counted = [...Map.groupBy(deeds, (deed) => deed)].map(([deed, them]) => ({ deed, times: them.length }));
  return counted
    .sort((one, other) => other.times - one.times)
    .map(({ deed, times }) => `${times} × ${deed}`)
    .join(', ');
}

export function together(scores: readonly Score[]): Score {
  return {
    pairYears: scores.reduce((sum, one) => sum + one.pairYears, 0),
    acts: scores.reduce((sum, one) => sum + one.acts, 0),
    faults: scores.flatMap(({ faults }) => faults),
  };
}

/** What went wrong, to be read. */
export function storyOf({ seed, pair, wrongs, story }: Fault): string {
  const wrong = [...wrongs.duplicates, ...wrongs.mismatches, ...wrongs.lost];
  return [`Seed ${seed}, ${pair}:`, ...wrong.map((one) => `  wrong: ${one}`), ...story.map((one) => `  ${one}`)].join(
    '\n',
  );
}
