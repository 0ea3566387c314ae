import { weighted, type Dice } from './dice.ts';
import * as duologue from './duologue-acts.ts';
import * as handover from './handover-acts.ts';
import * as outlook from './outlook-acts.ts';
import * as single from './single-acts.ts';
import * as talk from './talk-acts.ts';
import type { Turn } from './turn.ts';

type Act = (turn: Turn) => Promise<string | null>;
type Acts = Readonly<Record<string, readonly [Act, number]>>;

const outlookActs: Acts = {
  move: [outlook.move, 12],
  shorten: [outlook.shorten, 4],
  cancel: [outlook.cancel, 6],
  cancelSeveral: [outlook.cancelSeveral, 2],
  answer: [outlook.answer, 6],
  forward: [outlook.forward, 2],
  changeAttendees: [outlook.changeAttendees, 1],
  moveAll: [outlook.moveAll, 2],
  changeEnd: [outlook.changeEnd, 2],
  changeRhythm: [outlook.changeRhythm, 1],
  deleteSeries: [outlook.deleteSeries, 1],
  recreate: [outlook.recreate, 1],
  changeZone: [outlook.changeZone, 1],
  changeSingle: [single.changeSingleInOutlook, 5],
};

const duologueActs: Acts = {
  book: [duologue.book, 5],
  adopt: [handover.adopt, 2],
  move: [duologue.move, 6],
  skip: [duologue.skip, 4],
  changeAll: [duologue.changeAll, 4],
  extend: [duologue.extend, 3],
  pause: [duologue.pause, 3],
  end: [duologue.end, 1],
  handOver: [handover.handOver, 4],
  takeAlong: [handover.takeAlong, 2],
  meetAsThree: [single.meetAsThree, 5],
  adjourn: [single.adjourn, 7],
  changeSingle: [single.changeSingle, 3],
  prepare: [talk.prepare, 14],
  agree: [talk.agree, 3],
  agreeHow: [talk.agreeHow, 3],
  meet: [talk.meet, 9],
  miss: [talk.miss, 2],
};

/** So many acts of a hundred happen in Outlook; so many turns are both at once. */
const outlookShare = 42;
const bothShare = 8;
/** Of a hundred things in Duologue so many end a handover, while somebody stands in. */
const backShare = 30;

/** These change the rule of a series, and with it the days of its meetings. */
const reshaping: ReadonlySet<Act> = new Set([
  outlook.moveAll,
  outlook.changeRhythm,
  outlook.changeEnd,
  duologue.changeAll,
  duologue.extend,
  duologue.pause,
  duologue.comeBack,
  handover.handOver,
]);

function chosen(dice: Dice, acts: Acts): Act {
  const act = acts[weighted(dice, Object.fromEntries(Object.entries(acts).map(([one, [, weight]]) => [one, weight])))];
  if (act === undefined) throw new RangeError('Nothing to do');
  return act[0];
}

/** A pair without a series: one that was made by hand is taken up, or it is made by hand, or booked. */
async function beginAgain(turn: Turn): Promise<string | null> {
  const { dice } = turn.pair;
  const adopted = dice.chance(60) ? await handover.adopt(turn) : null;
  if (adopted !== null) return adopted;
  const made = dice.chance(25) ? await outlook.recreate(turn) : null;
  return made ?? duologue.book(turn);
}

/** Lets a pair do one thing, or two at once. @returns how many */
export async function takeTurn(turn: Turn): Promise<number> {
  const { pair } = turn;
  const tell = (where: string, words: string | null): number => {
    if (words === null) return 0;
    pair.steps.push(`${turn.now.slice(0, 16)} ${where}: ${words}`);
    return 1;
  };
  if (pair.asked === 0 && pair.standsInFor === null) return tell('Duologue', await duologue.book(turn));
  if (pair.dice.chance(bothShare)) {
    const [here, there] = [chosen(pair.dice, duologueActs), chosen(pair.dice, outlookActs)];
    turn.isReshaped = reshaping.has(here) || reshaping.has(there);
    turn.isAtOnce = true;
    const [first, second] = await Promise.all([here(turn), there(turn)]);
    turn.meant.length = 0;
    turn.emptied.length = 0;
    if (reshaping.has(there)) pair.isStretched = true;
    return tell('at once, Duologue', first) + tell('at once, Outlook', second);
  }
  const inOutlook = pair.dice.chance(outlookShare);
  const isBack = !inOutlook && duologue.isStoodInFor(turn) && pair.dice.chance(backShare);
  const act = isBack ? duologue.comeBack : chosen(pair.dice, inOutlook ? outlookActs : duologueActs);
  turn.isReshaped = reshaping.has(act);
  if (inOutlook && turn.isReshaped && pair.endsOn !== null) pair.isStretched = true;
  const words = await act(turn);
  if (words !== null) return tell(inOutlook ? 'Outlook' : 'Duologue', words);
  return tell('Duologue', await beginAgain(turn));
}
