import { accountsOf, giveAllBack } from './accounts.ts';
import { diceOf } from './dice.ts';
import { localDateOf } from '#core/time.ts';
import { openHouse, type House, type HouseSize } from './house.ts';
import type { PlayedPair } from './played-pair.ts';
import { judgeAll, loseAndFind, rest, takeTurns, type Wrong } from './round.ts';
import { deedsOf, storyOf, type Fault, type Score } from './score.ts';
import type { Turn } from './turn.ts';

export interface Game extends HouseSize {
  /** For each pair. */
  readonly years: number;
  /** Left out, 1: so many times the days between rounds, and as much less happens in a year. */
  readonly calm?: number | undefined;
  /** Only this pair plays, with the same dice as in the whole game. */
  readonly only?: string | undefined;
  /** Ends after so many rounds. */
  readonly rounds?: number | undefined;
  readonly told?: (words: string) => void;
}

const actsAYear = 9;
/** Days that pass between rounds. */
const roundDays = [20, 45] as const;
/** So many rounds of a hundred begin with Duologue started anew. */
const restartShare = 4;
const year = 365;
const dayMilliseconds = 86_400_000;
/** What was said lately is looked for after each turn, everything at the end. */
const lately = 4;
/** Warnings and errors of Duologue's log that are shown when a game breaks off. */
const mostErrors = 12;

/** Plays a game to its end. A pair that goes wrong plays no more. */
export async function play(game: Game): Promise<Score> {
  const house = await openHouse(game);
  try {
    return await playIn(house, game);
  } finally {
    await house.close();
  }
}

/** Of the pairs of one employee one does something in a round. */
function onePerEmployee(pairs: readonly PlayedPair[], round: number): PlayedPair[] {
  return [...Map.groupBy(pairs, ({ root }) => root).values()].flatMap((them) => them[round % them.length] ?? []);
}

function isOver({ endsOn, manager }: PlayedPair, now: string): boolean {
  return endsOn !== null && endsOn < localDateOf(now, manager.zone);
}

async function playIn(house: House, game: Game): Promise<Score> {
  const dice = diceOf(`${game.seed} house`);
  const accounts = accountsOf(house);
  const began = house.started.clock.now();
  const years = (): number => (house.started.clock.now() - began) / dayMilliseconds / year;
  const guest = house.pairs.at(-1)?.report;
  if (guest === undefined) throw new Error('Nobody plays');
  const calm = game.calm ?? 1;
  const roots = new Set(
    house.pairs.map(({ root }) => root).filter((one) => game.only === undefined || one === game.only),
  );
  const playing = (): PlayedPair[] => house.pairs.filter(({ root }) => roots.has(root));
  let [acts, pairYears, round] = [0, 0, 0];
  const faults: Fault[] = [];
  const leave = ({ pair, wrongs }: Wrong): void => {
    if (roots.delete(pair.root)) pairYears += years();
    const again = `--seed ${game.seed} --teams ${game.teams} --reports ${game.reports} --calm ${calm} --pair ${pair.root} --rounds ${round}`;
    const steps = house.pairs
      .filter(({ root }) => root === pair.root)
      .flatMap((one) => one.steps.map((step) => `${one.key} ${step}`));
    const story = [...steps, `To see it again: npm run soak -- ${again}`];
    const fault = { seed: game.seed, pair: pair.key, wrongs, story };
    faults.push(fault);
    game.told?.(storyOf(fault));
  };
  const turnOf = (pair: PlayedPair): Turn => ({
    house,
    pair,
    guest,
    now: house.now(),
    meant: [],
    emptied: [],
    isReshaped: false,
    isAtOnce: false,
  });
  /** What is judged of everybody of an employee's when one of them did something. */
  const withOthers = (turns: readonly Turn[], more: readonly PlayedPair[]): Turn[] => {
    const own = new Map(turns.map((turn) => [turn.pair, turn]));
    const byRoot = new Map(turns.map((turn) => [turn.pair.root, turn]));
    const concerned = new Set([...byRoot.keys(), ...more.map(({ root }) => root)]);
    return playing()
      .filter(({ root }) => concerned.has(root))
      .map((pair) => own.get(pair) ?? { ...(byRoot.get(pair.root) ?? turnOf(pair)), pair, meant: [] });
  };
  const playRound = async (): Promise<void> => {
    round += 1;
    const days = dice.between(...roundDays) * calm;
    house.started.clock.forward(days * 1440 + dice.between(-180, 300));
    if (dice.chance(restartShare)) await house.started.trial.restart();
    const changed = await loseAndFind(house, accounts, playing());
    const isHere = ({ manager, report }: PlayedPair): boolean =>
      !accounts.missing.has(manager.key) && !accounts.missing.has(report.key);
    const able = playing().filter((pair) => !isOver(pair, house.now()) && isHere(pair));
    const acting = able.filter(
      (pair) => pair.dice.draw() < (actsAYear * days) / calm / year || (pair.asked === 0 && pair.standsInFor === null),
    );
    const turns = onePerEmployee(acting, round).map(turnOf);
    acts += await takeTurns(house, accounts, turns);
    for (const wrong of await judgeAll(house, accounts, withOthers(turns, changed), lately)) leave(wrong);
    game.told?.(
      `seed ${game.seed}, day ${Math.round(years() * year)}: ${acts} acts, ${faults.length} pairs went wrong`,
    );
  };
  const playToTheEnd = async (): Promise<void> => {
    while (years() < game.years && round < (game.rounds ?? Infinity)) await playRound();
    await giveAllBack(house, accounts);
    await rest(house, accounts, playing(), true);
    for (const wrong of await judgeAll(house, accounts, playing().map(turnOf), Infinity)) leave(wrong);
  };
  try {
    await playToTheEnd();
  } catch (cause) {
    const wrongs = { duplicates: [], mismatches: [`The game broke off in round ${round}: ${String(cause)}`], lost: [] };
    const story = house.started.logged.filter((line) => /"level":(40|50|"warn"|"error")/.test(line)).slice(-mostErrors);
    faults.push({ seed: game.seed, pair: 'everybody', wrongs, story });
    game.told?.(storyOf({ seed: game.seed, pair: 'everybody', wrongs, story }));
  }
  game.told?.(`seed ${game.seed}: ${deedsOf(house.pairs.flatMap(({ steps }) => steps))}`);
  return { acts, faults, pairYears: pairYears + roots.size * years() };
}
