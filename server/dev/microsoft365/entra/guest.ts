import type { Organisation } from '../../organisation/organisation.ts';
import { stableGuid } from '../tenant/identifiers.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

/** Somebody of another tenant who is a guest in this one. */
export interface Guest {
  id: string;
  homeTenantId: string;
  homePersonId: string;
  displayName: string;
  givenName: string;
  surname: string;
  mail: string;
  userPrincipalName: string;
}

/** What a person of one tenant becomes in another: an object id of its own, and a name that says where they come from. */
export function guestOf(host: Tenant, home: Tenant, person: DirectoryPerson): Guest {
  const { displayName, givenName, surname, mail } = person;
  return {
    id: stableGuid('guest', host.id, person.id),
    homeTenantId: home.id,
    homePersonId: person.id,
    displayName,
    givenName,
    surname,
    mail,
    userPrincipalName: `${mail.replace('@', '_')}#EXT#@${host.organisation.tenant.domain}`,
  };
}

/** A guest as the directory holds them: no manager, no mailbox, nothing known of their work. */
export function guestPerson(organisation: Organisation, guest: Guest): DirectoryPerson {
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
