import { randomUUID } from 'node:crypto';
import { startPostgres } from '../../scripts/postgres.mjs';
import { mixedPolicy } from '#tests/support/mixed-policy.ts';
import { machineTiming } from '#server/adapters/system/machine-timing.ts';
import type { Timing } from '#server/ports/system.ts';
import { addressOf, type Organisation, type OrganisationPerson } from '#server/dev/organisation/organisation.ts';
import { testClock, type TestClock } from '#tests/support/test-clock.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';
import { madeOrganisation } from './made-organisation.ts';
import { playedPair, type PlayedPair, type Player } from './played-pair.ts';

/** What somebody can be without: the mailbox alone, or the whole account with it. */
export type Missing = 'mailbox' | 'account';

/** Duologue and Outlook with everybody who plays. */
export interface House {
  readonly started: Started;
  readonly seed: number;
  readonly managers: readonly Player[];
  /** What somebody is without just now, by their key. */
  readonly missing: Map<string, Missing>;
  /** Everybody who plays or has played: pairs that take over come to it. */
  readonly pairs: PlayedPair[];
  /** Duologue may work for people who are not here. */
  readonly isBackground: boolean;
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

/** What the policy of the house calls meetings for what had to wait. */
export const followUpTitle = 'Follow-up on what had to wait';

/** Makes somebody the specialist supervisor of an employee, as the directory cannot say it. */
async function superviseBeside({ trial }: Started, { personId }: Player, employee: Player): Promise<void> {
  await trial.duologue.store.asPerson({ tenantId: trial.microsoft365.tenantId, personId }, (tx) =>
    tx.pairs.save({
      id: randomUUID(),
      supervisorId: personId,
      employeeId: employee.personId,
      role: 'specialist',
      from: '2026-10-01',
      to: null,
      extraSupport: null,
      pause: null,
    }),
  );
}

/** The machine's time so many times as fast: what Duologue rests between tries is no part of the game. */
const pace = 10;

/** Time for rests, running on with the clock of the game. */
function hurriedTiming(movedBy: () => number): Timing {
  const { now, pause } = machineTiming();
  return {
    now: () => now() * pace + movedBy(),
    pause: (milliseconds, signal) => pause(milliseconds / pace, signal),
  };
}

/** So many in a second is no limit where the clock stands still; what is refused for being too much is among the troubles. */
async function withoutWindows({ trial }: Started): Promise<void> {
  const rate = { on: false };
  const answer = await fetch(`${trial.microsoft365.origin}/_local/limits`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      rates: {
        'all-requests': rate,
        'mailbox-requests': rate,
        directory: rate,
        'teams-installs': rate,
        'teams-other': rate,
      },
    }),
  });
  if (!answer.ok) throw new Error(`The limits cannot be changed: ${answer.status}`);
}

/**
 * Starts it all over a PostgreSQL of its own, so that Duologue can be ended and started again. With an even seed the tenant lets
 * Duologue work for people who are not here.
 */
export async function openHouse({ seed, teams, reports }: HouseSize): Promise<House> {
  const postgres = await startPostgres();
  const isBackground = seed % 2 === 0;
  const organisation = madeOrganisation(teams, reports);
  let clock: TestClock | null = null;
  const began = testClock().now();
  const started: Started = await startDuologue({
    timing: hurriedTiming(() => (clock === null ? 0 : clock.now() - began)),
    organisation,
    database: { kind: 'postgres', url: postgres.url },
    validate: false,
    background: isBackground,
    policy: await mixedPolicy('od3a', { out: ['actions-by-mail'] }),
  });
  ({ clock } = started);
  await withoutWindows(started);
  const people = new Map<string, Player>();
  for (const person of organisation.people) people.set(person.key, await player(started, organisation, person));
  const managers = organisation.people
    .filter(({ managerKey }) => managerKey === null)
    .flatMap(({ key }) => people.get(key) ?? []);
  const pairs: PlayedPair[] = [];
  for (const { key, managerKey } of organisation.people) {
    const manager = people.get(managerKey ?? '');
    const report = people.get(key);
    if (manager === undefined || report === undefined) continue;
    const line = (await manager.call('home')).people.find(({ other }) => other.id === report.personId);
    if (line === undefined) throw new Error(`${key} reports to nobody`);
    const beside = managers[(managers.indexOf(manager) + 1) % managers.length] ?? null;
    const third = beside !== manager && pairs.length % 2 === 0 ? beside : null;
    pairs.push(
      playedPair(seed, {
        key,
        root: key,
        manager,
        report,
        third,
        pairId: line.pairId,
        endsOn: null,
        standsInFor: null,
      }),
    );
  }
  for (const { report, third } of pairs) if (third !== null) await superviseBeside(started, third, report);
  const apps = await fetch(`${started.trial.microsoft365.origin}/_local/apps`);
  return {
    started,
    seed,
    managers,
    missing: new Map(),
    pairs,
    isBackground,
    appId: ((await apps.json()) as { readonly clientId: string }).clientId,
    now: () => new Date(started.clock.now()).toISOString(),
    close: async () => {
      await started.close();
      await postgres.stop();
    },
  };
}
