import type { Probe } from '../graph/query-page.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import { queryOptions } from '../graph/request.ts';
import type { DirectoryPerson } from '../tenant/tenant.ts';

/** What anybody with User.ReadBasic.All may see of others. */
const BASIC_PROPERTIES = new Set([
  '@odata.type',
  'id',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
]);
/** Whom a query is about when it asks about names and addresses alone: what everybody may see. */
export const PERSON_PROBE: Probe<DirectoryPerson> = {
  names: new Set(['id', 'displayname', 'givenname', 'surname', 'mail', 'userprincipalname']),
  view: (person) => ({
    id: person.id,
    displayName: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    mail: person.mail,
    userPrincipalName: person.guest?.userPrincipalName ?? person.mail,
  }),
  isSearched: true,
};
const READS_PROFILES = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const USER = { '@odata.type': '#microsoft.graph.user' };

/** What an `$expand` may bring along with a person. */
export const PERSON_EXPANDABLE = ['manager', 'directReports'];

/** A person as Graph writes them, as far as the caller may see, with whom `$expand` asks for. */
export function personView(request: GraphRequest, person: DirectoryPerson): Json {
  const { expand } = queryOptions(request);
  const manager = expand.get('manager');
  return {
    ...visibleProfile(request, person),
    ...(manager === undefined ? {} : managerView(request, person, manager.levels)),
    ...(expand.has('directreports')
      ? {
          directReports: request.tenant
            .reportsOf(person.id)
            .map((one) => ({ ...USER, ...visibleProfile(request, one) })),
        }
      : {}),
  };
}

/** A person's manager, theirs, and so on as many levels up as asked for; nothing when there is none. */
function managerView(request: GraphRequest, person: DirectoryPerson, levels: number): Json {
  const above: DirectoryPerson[] = [];
  let next = managerOf(request, person);
  while (next !== undefined && above.length < levels && !above.includes(next)) {
    above.push(next);
    next = managerOf(request, next);
  }
  return above.reduceRight<Json>(
    (inner, one) => ({ manager: { ...USER, ...visibleProfile(request, one), ...inner } }),
    {},
  );
}

/** Who manages a person, or undefined when nobody does. */
export function managerOf({ tenant }: GraphRequest, person: DirectoryPerson): DirectoryPerson | undefined {
  return person.managerId === null ? undefined : tenant.people.get(person.managerId);
}

function visibleProfile(request: GraphRequest, person: DirectoryPerson): Json {
  const view = profile(request, person);
  const { caller } = request;
  const seesAll =
    caller.person?.id === person.id || READS_PROFILES.some((permission) => caller.permissions.has(permission));
  const isAbove =
    caller.person !== null && (person.managerId === caller.person.id || caller.person.managerId === person.id);
  return seesAll || isAbove
    ? view
    : Object.fromEntries(Object.entries(view).filter(([name]) => BASIC_PROPERTIES.has(name)));
}

function profile({ tenant }: GraphRequest, person: DirectoryPerson): Json {
  return {
    id: person.id,
    accountEnabled: tenant.register.account(person.id).enabled,
    businessPhones: [],
    companyName: person.guest === undefined ? tenant.organisation.tenant.name : null,
    country: 'United Kingdom',
    department: person.department,
    displayName: person.displayName,
    employeeHireDate: person.hireDate === '' ? null : `${person.hireDate}T00:00:00Z`,
    employeeId: person.employeeId,
    givenName: person.givenName,
    jobTitle: person.jobTitle,
    mail: person.mail,
    mailNickname: person.mail.split('@')[0],
    mobilePhone: null,
    officeLocation: person.officeLocation,
    onPremisesExtensionAttributes: {
      extensionAttribute1: person.grade,
      extensionAttribute2: person.contract,
      extensionAttribute3: person.hireDate === '' ? null : person.hireDate,
    },
    otherMails: [],
    preferredLanguage: person.language,
    proxyAddresses: [`SMTP:${person.mail}`],
    surname: person.surname,
    usageLocation: 'GB',
    userPrincipalName: person.guest?.userPrincipalName ?? person.mail,
    userType: person.guest === undefined ? 'Member' : 'Guest',
  };
}
