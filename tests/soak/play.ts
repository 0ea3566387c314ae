import { diceOf, weighted, type Dice } from './dice.ts';
import * as duologue from './duologue-acts.ts';
import { openHouse, type House, type HouseSize, type PlayedPair } from './house.ts';
import { judge, ledgerBySubject, lookAhead, type Wrongs } from './judge.ts';
import * as outlook from './outlook-acts.ts';
import { quiet } from './quiet.ts';
import { storyOf, type Fault, type Score } from './score.ts';
import { endTroubles, makeTrouble } from './troubles.ts';
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

const outlookActs = {
  move: [outlook.move, 12],
  shorten: [outlook.shorten, 4],
  cancel: [outlook.cancel, 6],
  cancelSeveral: [outlook.cancelSeveral, 2],
  answer: [outlook.answer, 8],
  forward: [outlook.forward, 2],
  changeAttendees: [outlook.changeAttendees, 1],
  moveAll: [outlook.moveAll, 2],
  changeEnd: [outlook.changeEnd, 2],
  changeRhythm: [outlook.changeRhythm, 1],
  deleteSeries: [outlook.deleteSeries, 1],
  recreate: [outlook.recreate, 1],
  changeZone: [outlook.changeZone, 1],
} as const;

const duologueActs = {
  book: [duologue.book, 6],
  move: [duologue.move, 8],
  skip: [duologue.skip, 4],
  changeAll: [duologue.changeAll, 4],
  extend: [duologue.extend, 3],
  pause: [duologue.pause, 2],
  end: [duologue.end, 1],
  prepare: [duologue.prepare, 14],
  agree: [duologue.agree, 3],
  meet: [duologue.meet, 10],
  miss: [duologue.miss, 2],
} as const;

type Act = (turn: Turn) => Promise<string | null>;
type Acts = Readonly<Record<string, readonly [Act, number]>>;

/** So many acts of a hundred happen in Outlook; so many turns are both at once. */
const outlookShare = 45;
const bothShare = 8;
const actsAYear = 9;
/** Days that pass between rounds. */
const roundDays = [20, 45] as const;
/** So many rounds of a hundred begin with Duologue started anew. */
const restartShare = 4;
const year = 365;
const dayMilliseconds = 86_400_000;
/** What was said lately is looked for after each turn, everything at the end. */
const lately = 4;

/** These change the rule of a series, and with it the days of its meetings. */
const reshaping: ReadonlySet<Act> = new Set([
  outlook.moveAll,
  outlook.changeRhythm,
  outlook.changeEnd,
  duologue.changeAll,
  duologue.extend,
  duologue.pause,
]);

function chosen(dice: Dice, acts: Acts): Act {
  const act = acts[weighted(dice, Object.fromEntries(Object.entries(acts).map(([one, [, weight]]) => [one, weight])))];
  if (act === undefined) throw new RangeError('Nothing to do');
  return act[0];
}

/** Lets a pair do one thing, or two at once. */
async function takeTurn(turn: Turn): Promise<number> {
  const { pair } = turn;
  const tell = (where: string, words: string | null): number => {
    if (words === null) return 0;
    pair.steps.push(`${turn.now.slice(0, 16)} ${where}: ${words}`);
    return 1;
  };
  if (pair.asked === 0) return tell('Duologue', await duologue.book(turn));
  if (pair.dice.chance(bothShare)) {
    const [here, there] = [chosen(pair.dice, duologueActs), chosen(pair.dice, outlookActs)];
    turn.isReshaped = reshaping.has(here) || reshaping.has(there);
    const [first, second] = await Promise.all([here(turn), there(turn)]);
    turn.meant.length = 0;
    return tell('at once, Duologue', first) + tell('at once, Outlook', second);
  }
  const inOutlook = pair.dice.chance(outlookShare);
  const act = chosen(pair.dice, inOutlook ? outlookActs : duologueActs);
  turn.isReshaped = reshaping.has(act);
  const words = await act(turn);
  if (words !== null) return tell(inOutlook ? 'Outlook' : 'Duologue', words);
  // There was nothing to do it to: mostly because no series is running.
  return tell('Duologue', await duologue.book(turn));
}

interface Wrong {
  readonly pair: PlayedPair;
  readonly wrongs: Wrongs;
}

/** Holds these pairs to what must be true; what they said is looked for from so many back. */
async function judgeAll(house: House, turns: readonly Turn[], back: number): Promise<Wrong[]> {
  const ledger = ledgerBySubject(house);
  const wrong: Wrong[] = [];
  for (const them of Map.groupBy(turns, ({ pair }) => pair.manager.key).values()) {
    const first = them[0];
    const calendar = first === undefined ? [] : await lookAhead(first.pair, house.now());
    for (const turn of them) {
      const { pair } = turn;
      const wrongs = await judge(house, turn, calendar, ledger, back);
      if (wrongs.duplicates.length + wrongs.mismatches.length + wrongs.lost.length > 0) wrong.push({ pair, wrongs });
    }
  }
  return wrong;
}

async function playRound(house: House, turns: readonly Turn[]): Promise<number> {
  let acts = 0;
  let isTroubled = false;
  for (const turn of turns) {
    if (await makeTrouble(house, turn.pair)) isTroubled = true;
    acts += await takeTurn(turn);
  }
  const organisers = new Set(turns.map(({ pair }) => pair.manager));
  await quiet(house, organisers);
  if (!isTroubled) return acts;
  await endTroubles(house);
  await quiet(house, organisers);
  return acts;
}

/** Plays a game to its end. A pair that goes wrong plays no more. */
export async function play(game: Game): Promise<Score> {
  const house = await openHouse(game);
  try {
    return await playIn(house, game);
  } finally {
    await house.close();
  }
}

async function playIn(house: House, game: Game): Promise<Score> {
  const dice = diceOf(`${game.seed} house`);
  const began = house.started.clock.now();
  const years = (): number => (house.started.clock.now() - began) / dayMilliseconds / year;
  const guest = house.pairs.at(-1)?.report;
  if (guest === undefined) throw new Error('Nobody plays');
  let playing = house.pairs.filter(({ key }) => game.only === undefined || key === game.only);
  let [acts, pairYears, round] = [0, 0, 0];
  const faults: Fault[] = [];
  const leave = ({ pair, wrongs }: Wrong): void => {
    playing = playing.filter((one) => one !== pair);
    pairYears += years();
    const again = `--seed ${game.seed} --teams ${game.teams} --reports ${game.reports} --calm ${game.calm ?? 1} --pair ${pair.key} --rounds ${round}`;
    const fault = {
      seed: game.seed,
      pair: pair.key,
      wrongs,
      story: [...pair.steps, `To see it again: npm run soak -- ${again}`],
    };
    faults.push(fault);
    game.told?.(storyOf(fault));
  };
  const turnOf = (pair: PlayedPair): Turn => ({ pair, guest, now: house.now(), meant: [], isReshaped: false });
  for (; years() < game.years && round < (game.rounds ?? Infinity);) {
    round += 1;
    const calm = game.calm ?? 1;
    const days = dice.between(...roundDays) * calm;
    house.started.clock.forward(days * 1440 + dice.between(-180, 300));
    if (dice.chance(restartShare)) await house.started.trial.restart();
    const turns = playing
      .filter((pair) => pair.dice.draw() < (actsAYear * days) / calm / year || pair.asked === 0)
      .map(turnOf);
    acts += await playRound(house, turns);
    for (const wrong of await judgeAll(house, turns, lately)) leave(wrong);
    game.told?.(
      `seed ${game.seed}, day ${Math.round(years() * year)}: ${acts} acts, ${faults.length} pairs went wrong`,
    );
  }
  await quiet(house, new Set(playing.map(({ manager }) => manager)));
  for (const wrong of await judgeAll(house, playing.map(turnOf), Infinity)) leave(wrong);
  return { acts, faults, pairYears: pairYears + playing.length * years() };
}
