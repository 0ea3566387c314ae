import { parseArgs } from 'node:util';
import type { Game } from './play.ts';
import { summaryOf, together, type Score } from './score.ts';

/** What the command works with: what it is told, who plays, and where it says what came of it. */
export interface Soak {
  readonly args: readonly string[];
  readonly play: (game: Game) => Promise<Score>;
  readonly print: (line: string) => void;
}

const options = {
  years: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  teams: { type: 'string', default: '20' },
  reports: { type: 'string', default: '10' },
  calm: { type: 'string', default: '1' },
  pair: { type: 'string' },
  rounds: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const yearsOfHouse = 4;

/**
 * Plays one house after another, each with the next seed, until there are as many years of pairs as were asked for, and prints the line
 * of numbers; with `--json` nothing else. @returns how the process ends: 0, or 1 where a number is not what it must be
 */
export async function soak({ args, play, print }: Soak): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const [teams, reports, wanted] = [Number(values.teams), Number(values.reports), Number(values.years)];
  const say = (words: string): void => {
    if (!values.json) print(words);
  };
  const scores: Score[] = [];
  for (let seed = Number(values.seed); scores.length === 0 || together(scores).pairYears < wanted; seed += 1) {
    const left = wanted - together(scores).pairYears;
    const score = await play({
      seed,
      teams,
      reports,
      years: Math.min(yearsOfHouse, left / (teams * reports)),
      calm: Number(values.calm),
      only: values.pair,
      rounds: values.rounds === undefined ? undefined : Number(values.rounds),
      told: say,
    });
    scores.push(score);
    say(`seed ${seed}: ${score.pairYears.toFixed(1)} years of pairs, ${score.acts} acts`);
    if (values.pair !== undefined) break;
  }
  const summary = summaryOf(together(scores));
  print(JSON.stringify(summary));
  return summary.duplicates + summary.mismatches + summary.lost === 0 ? 0 : 1;
}
