import { parseArgs } from 'node:util';
import { play } from './play.ts';
import { summaryOf, together, type Score } from './score.ts';

const { values } = parseArgs({
  options: {
    years: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    teams: { type: 'string', default: '10' },
    reports: { type: 'string', default: '5' },
    calm: { type: 'string', default: '1' },
    pair: { type: 'string' },
    rounds: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [teams, reports, wanted] = [Number(values.teams), Number(values.reports), Number(values.years)];
const yearsOfHouse = 4;
const say = (words: string): void => {
  if (!values.json) console.log(words);
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
  if (values.pair !== undefined) break;
}
const summary = summaryOf(together(scores));
console.log(JSON.stringify(summary));
process.exitCode = summary.duplicates + summary.mismatches + summary.lost === 0 ? 0 : 1;
