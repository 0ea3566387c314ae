import { startPostgres } from '../../scripts/postgres.mjs';
import type { PersonClient } from '#tests/support/person-client.ts';
import { addressOf, type Organisation, type OrganisationPerson } from '#server/dev/organisation/organisation.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';
import { diceOf, type Dice } from './dice.ts';
import { madeOrganisation } from './made-organisation.ts';

export interface Player extends PersonClient {
  readonly key: string;
  readonly mail: string;
  readonly zone: string;
}

/** Something a person wrote and Duologue said it has. */
export interface Said {
  readonly kind: 'item' | 'jotting' | 'point' | 'action';
  readonly text: string;
  readonly meetingId: string;
  readonly by: Player;
}

/** A manager and a report who play, and what the game knows of them besides what Outlook and Duologue say. */
export interface PlayedPair {
  readonly key: string;
  readonly manager: Player;
  readonly report: Player;
  readonly pairId: string;
  readonly subject: string;
  readonly dice: Dice;
  /** How often somebody asked for a series that Outlook had to make. */
  asked: number;
  /** How often somebody closed a meeting whose summary is mailed. */
  closed: number;
  readonly said: Said[];
  /** The day of the rule each planned meeting was tied to when it was last looked at. */
  readonly ties: Map<string, string>;
  /** The meeting whose agenda both agreed to last. */
  agreed: string | null;
  /** What they did, to be read when something goes wrong. */
  readonly steps: string[];
}

/** Duologue and Outlook with everybody who plays. */
export interface House {
  readonly started: Started;
  readonly pairs: readonly PlayedPair[];
  /** Duologue's client id. */
  readonly appId: string;
  now(): string;
  close(): Promise<void>;
}

export interface HouseSize {
  readonly seed: number;
  readonly teams: number;
  readonly reports: number;
}

async function player(started: Started, organisation: Organisation, person: OrganisationPerson): Promise<Player> {
  const client = await started.as(person.key);
  return { ...client, key: person.key, zone: person.timeZone, mail: addressOf(organisation, person) };
}

/**
 * Starts it all over a PostgreSQL of its own, so that Duologue can be ended and started again. With an even seed the tenant lets
 * Duologue work for people who are not here.
 */
export async function openHouse({ seed, teams, reports }: HouseSize): Promise<House> {
  const postgres = await startPostgres();
  const organisation = madeOrganisation(teams, reports);
  const started = await startDuologue({
    organisation,
    database: { kind: 'postgres', url: postgres.url },
    validate: false,
    background: seed % 2 === 0,
  });
  const people = new Map<string, Player>();
  for (const person of organisation.people) people.set(person.key, await player(started, organisation, person));
  const pairs: PlayedPair[] = [];
  for (const { key, managerKey } of organisation.people) {
    const manager = people.get(managerKey ?? '');
    const report = people.get(key);
    if (manager === undefined || report === undefined) continue;
    const line = (await manager.call('home')).people.find(({ other }) => other.id === report.personId);
    if (line === undefined) throw new Error(`${key} reports to nobody`);
    pairs.push({
      key,
      manager,
      report,
      pairId: line.pairId,
      subject: `One-to-one: ${manager.key} and ${key}`,
      dice: diceOf(`${seed} ${key}`),
      asked: 0,
      closed: 0,
      said: [],
      ties: new Map(),
      agreed: null,
      steps: [],
    });
  }
  const apps = await fetch(`${started.trial.microsoft365.origin}/_local/apps`);
  return {
    started,
    pairs,
    appId: ((await apps.json()) as { readonly clientId: string }).clientId,
    now: () => new Date(started.clock.now()).toISOString(),
    close: async () => {
      await started.close();
      await postgres.stop();
    },
  };
}
