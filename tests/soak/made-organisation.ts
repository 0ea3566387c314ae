import { stableGuid } from '#server/dev/microsoft365/tenant/identifiers.ts';
import { loadOrganisation, type Organisation, type OrganisationPerson } from '#server/dev/organisation/organisation.ts';

const zones = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'] as const;

/** Teams of so many reports each, with nothing in their calendars, in zones that change their clocks on different days or never. */
export function madeOrganisation(teams: number, reports: number): Organisation {
  const demo = loadOrganisation();
  const model = demo.people[0];
  if (model === undefined) throw new Error('The demo organisation has nobody');
  const person = (key: string, managerKey: string | null, team: number): OrganisationPerson => ({
    ...model,
    key,
    id: stableGuid('soak', key),
    givenName: key,
    surname: 'Soak',
    managerKey,
    employeeId: key,
    hired: '2019-03-04',
    grade: 'G5',
    role: managerKey === null ? 'manager' : 'employee',
    timeZone: zones[team % zones.length] ?? zones[0],
    workingHours: { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], start: '07:00', end: '20:00' },
  });
  const people = Array.from({ length: teams }, (_, team) => [
    person(`M${team}`, null, team),
    ...Array.from({ length: reports }, (_unused, at) => person(`M${team}R${at}`, `M${team}`, team)),
  ]).flat();
  return {
    tenant: demo.tenant,
    people,
    holidays: [],
    leave: [],
    rhythms: [],
    oneToOnes: [],
    adHoc: { ...demo.adHoc, subjects: {} },
  };
}
