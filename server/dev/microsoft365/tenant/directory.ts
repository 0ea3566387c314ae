import type { Organisation, OrganisationPerson } from '../../organisation/organisation.ts';
import { addressOf } from '../../organisation/organisation.ts';
import { hireDate, leaveDates } from '../../organisation/calendar-week.ts';
import type { Guest } from '../entra/guest.ts';

/** Everybody of an organisation by object id, as they stood at an instant (epoch milliseconds). */
export function directory(organisation: Organisation, now: number) {
  const idOf = new Map(organisation.people.map((one) => [one.key, one.id]));
  const leave = Map.groupBy(leaveDates(organisation, now), (one) => one.personKey);
  return new Map(
    organisation.people.map(({ hired, ...one }) => [
      one.id,
      {
        ...one,
        displayName: `${one.givenName} ${one.surname}`,
        mail: addressOf(organisation, { ...one, hired }),
        managerId: one.managerKey === null ? null : (idOf.get(one.managerKey) ?? null),
        hireDate: hireDate(organisation, hired, now),
        away: leave.get(one.key) ?? [],
      },
    ]),
  );
}

/** A guest as the directory holds them: no manager, no mailbox, nothing known of their work. */
export function guestPerson(
  organisation: Organisation,
  guest: Guest,
): Omit<OrganisationPerson, 'hired'> &
  Pick<Guest, 'displayName' | 'mail'> & { managerId: null; hireDate: string; away: never[]; guest: Guest } {
  const { id, displayName, givenName, surname, mail } = guest;
  return {
    key: id,
    id,
    displayName,
    givenName,
    surname,
    mail,
    guest,
    jobTitle: '',
    department: '',
    officeLocation: '',
    managerKey: null,
    managerId: null,
    grade: '',
    contract: 'full-time',
    hireDate: '',
    timeZone: organisation.tenant.timeZone,
    workingHours: { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], start: '09:00', end: '17:00' },
    language: 'en-GB',
    employeeId: '',
    role: 'guest',
    away: [],
  };
}
