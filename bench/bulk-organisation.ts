import type { Organisation } from '#server/dev/organisation/organisation.ts';
import { loadOrganisation } from '#server/dev/organisation/organisation.ts';
import type { Store } from '#server/ports/store.ts';
import { largeOrganisation } from './large-organisation.ts';

const teamSize = 8;
const midweek = ['tuesday', 'wednesday', 'thursday'] as const;

/**
 * So many pairs in teams of eight, with team meetings and no one-to-ones, and somebody at the top who looks after them. They work on days
 * that are no bank holidays: what is measured is booking, and not what has to be moved afterwards.
 */
export function bulkOrganisation(pairs: number): Organisation {
  const large = largeOrganisation(loadOrganisation(), pairs + 1);
  const people = large.people.map((one, at) => ({
    ...one,
    appRoles: at === 0 ? ['Duologue.HR'] : [],
    workingHours: { days: [...midweek], start: '09:00', end: '17:00' },
  }));
  return { ...large, people, oneToOnes: [], adHoc: { ...large.adHoc, weeksBack: 0, weeksAhead: 2 } };
}

/** How many of them lead a team. */
export function teamsIn(pairs: number): number {
  return Math.ceil(pairs / teamSize);
}

/** Whoever of those who lead a full team is booked for last. A job goes by supervisor. */
export function lastSupervisor({ people }: Organisation): string {
  const size = Map.groupBy(people, ({ managerKey }) => managerKey);
  const [first, ...others] = people.filter(({ key }) => size.get(key)?.length === teamSize);
  return (
    others
      .map(({ id }) => id)
      .toSorted()
      .at(-1) ??
    first?.id ??
    ''
  );
}

/** What Duologue would know once everybody had been here: who they are, and who reports to whom. */
export async function seedPairs(store: Store, organisation: Organisation, today: string): Promise<void> {
  const idOf = new Map(organisation.people.map(({ key, id }) => [key, id]));
  const people = organisation.people.map((one) => ({
    id: one.id,
    displayName: `${one.givenName} ${one.surname}`,
    givenName: one.givenName,
    mail: `${one.givenName}.${one.surname}@${organisation.tenant.domain}`.toLowerCase(),
    jobTitle: one.jobTitle,
    grade: one.grade,
    contract: one.contract,
    zone: 'Europe/London',
    joinedOn: '2019-03-04',
    unit: one.department,
    employeeNumber: one.employeeId,
    incrementalOn: null,
    hasReports: null,
  }));
  const tenantId = organisation.tenant.id;
  for (let at = 0; at < people.length; at += 500)
    await store.asPerson({ tenantId, personId: people[at]?.id ?? '' }, (tx) =>
      tx.people.save(people.slice(at, at + 500)),
    );
  const reports = Map.groupBy(
    organisation.people.filter(({ managerKey }) => managerKey !== null),
    ({ managerKey }) => idOf.get(managerKey ?? '') ?? '',
  );
  for (const [supervisorId, team] of reports) {
    await store.asPerson({ tenantId, personId: supervisorId }, async (tx) => {
      for (const one of team) {
        const pair = { id: one.id, supervisorId, employeeId: one.id, role: 'line' as const, from: today };
        await tx.pairs.save({ ...pair, to: null, extraSupport: null, pause: null });
        await tx.changed(pair.id, 'pair-began');
      }
    });
  }
}
