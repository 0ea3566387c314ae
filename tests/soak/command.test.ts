import { describe, expect, test } from 'vitest';
import { soak } from './command.ts';
import type { Game } from './play.ts';
import type { Score } from './score.ts';

const fine = { duplicates: [], mismatches: [], lost: [] };

function scoreOf({ seed, teams, reports, years }: Game, wrongs = fine): Score {
  const faults = wrongs === fine ? [] : [{ seed, pair: 'M0R0', wrongs, story: [] }];
  return { pairYears: teams * reports * years, acts: 1, faults };
}

async function run(args: readonly string[], play: (game: Game) => Score) {
  const lines: string[] = [];
  const games: Game[] = [];
  const code = await soak({
    args,
    play: (game) => {
      games.push(game);
      game.told?.(`seed ${game.seed}, day 1`);
      return Promise.resolve(play(game));
    },
    print: (line) => lines.push(line),
  });
  return { code, lines, games };
}

describe('the long game', () => {
  test('[C2] with --json prints the four numbers in one line and nothing else, and ends well when nothing went wrong', async () => {
    const { code, lines } = await run(['--json'], scoreOf);
    expect(lines).toEqual(['{"pairYears":2000,"duplicates":0,"mismatches":0,"lost":0}']);
    expect(code).toBe(0);
  });

  test.each(['duplicates', 'mismatches', 'lost'])('[C2] ends badly when there are %s', async (what) => {
    const play = (game: Game): Score => scoreOf(game, game.seed === 8 ? { ...fine, [what]: ['one', 'two'] } : fine);
    const { code, lines } = await run(['--json', '--seed', '7'], play);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ [what]: 2 });
    expect([code, lines.length]).toEqual([1, 1]);
  });

  test('plays 2,000 years of pairs, house after house, and names each seed', async () => {
    const { games, lines } = await run([], scoreOf);
    expect(games.map(({ seed, years }) => [seed, years])).toEqual([
      [1, 4],
      [2, 4],
      [3, 2],
    ]);
    for (const { seed } of games) expect(lines.some((line) => line.includes(`seed ${seed}:`))).toBe(true);
  });

  test('goes on with another house for what pairs that left the game did not play', async () => {
    const { games } = await run(['--years', '800'], (game) => ({ ...scoreOf(game), pairYears: 600 }));
    expect(games.map(({ years }) => years)).toEqual([4, 1]);
  });

  test('plays one pair of one house again', async () => {
    const { games } = await run(['--seed', '3', '--pair', 'M0R1', '--rounds', '5'], scoreOf);
    expect(games).toMatchObject([{ seed: 3, only: 'M0R1', rounds: 5 }]);
  });
});
