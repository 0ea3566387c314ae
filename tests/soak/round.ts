import { changeAccounts, type Accounts } from './accounts.ts';
import { takeTurn } from './acts.ts';
import type { House } from './house.ts';
import { judge, ledgerBySubject, lookAhead, type Wrongs } from './judge.ts';
import type { PlayedPair, Player } from './played-pair.ts';
import { quiet } from './quiet.ts';
import { endTroubles, makeTrouble } from './troubles.ts';
import type { Turn } from './turn.ts';

export interface Wrong {
  readonly pair: PlayedPair;
  readonly wrongs: Wrongs;
}

/** A mailbox that answers as missing is believed to be gone at the second look, a day after the first. */
const beliefMinutes = 26 * 60;

/** Holds these pairs to what must be true; what they said is looked for from so many back. */
export async function judgeAll(
  house: House,
  { missing }: Accounts,
  turns: readonly Turn[],
  back: number,
): Promise<Wrong[]> {
  const ledger = ledgerBySubject(house);
  const wrong: Wrong[] = [];
  const kindOf = (player: Player | null) => missing.get(player?.key ?? '') ?? null;
  for (const them of Map.groupBy(turns, ({ pair }) => pair.manager.key).values()) {
    const first = them[0];
    const isThere = first !== undefined && !missing.has(first.pair.manager.key);
    const calendar = isThere ? await lookAhead(first.pair, house.now()) : [];
    for (const turn of them) {
      const { manager, report, third } = turn.pair;
      const absent = { manager: kindOf(manager), report: kindOf(report), third: kindOf(third) };
      const wrongs = await judge(house, turn, calendar, ledger, absent, back);
      if (wrongs.duplicates.length + wrongs.mismatches.length + wrongs.lost.length > 0)
        wrong.push({ pair: turn.pair, wrongs });
    }
  }
  return wrong;
}

/** Lets everything come to rest. Where Duologue may work for people who are not here, nobody looks in for it. */
export async function rest(
  house: House,
  { missing }: Accounts,
  pairs: readonly PlayedPair[],
  isVisiting = !house.isBackground,
): Promise<void> {
  const organisers = new Set(pairs.map(({ manager }) => manager).filter(({ key }) => !missing.has(key)));
  for (const { manager } of pairs) if (missing.get(manager.key) === 'mailbox') organisers.add(manager);
  await quiet(house, organisers, (player) => missing.has(player.key), isVisiting);
}

/** Mailboxes and accounts go and come back, and Duologue has the time to notice. @returns the pairs it is about */
export async function loseAndFind(
  house: House,
  accounts: Accounts,
  playing: readonly PlayedPair[],
): Promise<PlayedPair[]> {
  const changed = await changeAccounts(house, accounts);
  const theirs = playing.filter(({ manager, report }) => changed.includes(manager) || changed.includes(report));
  if (theirs.length === 0) return [];
  await rest(house, accounts, theirs, true);
  if (theirs.some(({ manager }) => accounts.missing.has(manager.key))) {
    house.started.clock.forward(beliefMinutes);
    await rest(house, accounts, theirs, true);
  }
  return theirs;
}

/** Everybody whose turn it is does something, and it comes to rest. */
export async function takeTurns(house: House, accounts: Accounts, turns: readonly Turn[]): Promise<number> {
  let acts = 0;
  let isTroubled = false;
  for (const turn of turns) {
    if (await makeTrouble(house, turn.pair)) isTroubled = true;
    acts += await takeTurn(turn);
  }
  const roots = new Set(turns.map(({ pair }) => pair.root));
  const pairs = house.pairs.filter(({ root }) => roots.has(root));
  await rest(house, accounts, pairs);
  const unsettled = new Set(turns.filter(({ isAtOnce }) => isAtOnce).map(({ pair }) => pair.root));
  if (isTroubled) await endTroubles(house);
  if (isTroubled || unsettled.size > 0)
    await rest(
      house,
      accounts,
      pairs.filter(({ root }) => isTroubled || unsettled.has(root)),
    );
  return acts;
}
