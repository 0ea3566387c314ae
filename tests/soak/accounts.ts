import { diceOf, type Dice } from './dice.ts';
import type { House, Missing } from './house.ts';
import type { Player } from './played-pair.ts';

/** Whose mailbox or account is taken away, and whose turn it is to lose it. Each person has dice of their own. */
export interface Accounts {
  readonly missing: Map<string, Missing>;
  readonly dice: ReadonlyMap<string, Dice>;
}

/** In so many rounds of a hundred a manager loses it, and a report their account. */
const managerShare = 2;
const reportShare = 0.5;
/** In so many rounds of a hundred it is given back. */
const backShare = 60;

export function accountsOf({ seed, managers, pairs, missing }: House): Accounts {
  const people = new Set([...managers, ...pairs.map(({ report }) => report)]);
  return {
    missing,
    dice: new Map([...people].map(({ key }) => [key, diceOf(`${seed} account of ${key}`)])),
  };
}

async function setAccount({ started }: House, { personId }: Player, missing: Missing | null): Promise<void> {
  const answer = await fetch(`${started.trial.microsoft365.origin}/_local/accounts/${personId}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ enabled: missing !== 'account', mailbox: missing === null }),
  });
  if (!answer.ok) throw new Error(`The account cannot be changed: ${answer.status}`);
}

/** Takes mailboxes and accounts away, and gives them back. @returns whose */
export async function changeAccounts(house: House, accounts: Accounts): Promise<Player[]> {
  const { missing } = accounts;
  const people = new Map([...house.pairs.map(({ report }) => report), ...house.managers].map((one) => [one.key, one]));
  const changed: Player[] = [];
  for (const [key, dice] of accounts.dice) {
    const person = people.get(key);
    const isManager = house.managers.some((one) => one.key === key);
    const draw = dice.draw() * 100;
    const kind: Missing = dice.chance(50) && isManager ? 'mailbox' : 'account';
    const isMissing = missing.has(key);
    if (person === undefined || draw >= (isMissing ? backShare : isManager ? managerShare : reportShare)) continue;
    await setAccount(house, person, isMissing ? null : kind);
    for (const pair of house.pairs)
      if (pair.manager === person || pair.report === person)
        pair.steps.push(
          `${house.now().slice(0, 16)} the ${missing.get(key) ?? kind} of ${key} is ${isMissing ? 'given back' : 'taken away'}`,
        );
    if (isMissing) missing.delete(key);
    else missing.set(key, kind);
    changed.push(person);
  }
  return changed;
}

/** Everybody has everything again. */
export async function giveAllBack(house: House, { missing }: Accounts): Promise<void> {
  const people = [...house.pairs.map(({ report }) => report), ...house.managers];
  for (const person of people) if (missing.has(person.key)) await setAccount(house, person, null);
  missing.clear();
}
