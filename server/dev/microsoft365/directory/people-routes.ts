import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { ok, page, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { DirectoryPerson } from '../tenant/tenant.ts';

const DEFAULT_PROPERTIES =
  'businessPhones,displayName,givenName,jobTitle,mail,mobilePhone,officeLocation,preferredLanguage,surname,userPrincipalName,id';
/** What anybody with User.ReadBasic.All may see of others. */
const BASIC_PROPERTIES = ['@odata.type', 'id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'];
const READ_PHOTO = {
  delegated: ['User.Read', 'User.ReadBasic.All', 'ProfilePhoto.Read.All'],
  application: ['User.Read.All', 'ProfilePhoto.Read.All'],
};

/** People of the directory: profiles, manager, direct reports, photographs. */
export function graphPeople(router: GraphRouter): void {
  router.profile('GET', '', (request) =>
    ok({ '@odata.context': `${request.graphBase}/$metadata#users/$entity`, ...profile(request, request.owner) }),
  );
  router.at('GET', '/users', listPeople);
  router.profile('GET', '/manager', (request) => {
    const manager = request.owner.managerId === null ? undefined : request.tenant.people.get(request.owner.managerId);
    if (manager === undefined) {
      throw new GraphError(
        404,
        'Request_ResourceNotFound',
        "Resource 'manager' does not exist or one of its queried reference-property objects are not present.",
      );
    }
    return ok({
      '@odata.context': `${request.graphBase}/$metadata#directoryObjects/$entity`,
      '@odata.type': '#microsoft.graph.user',
      ...profile(request, manager),
    });
  });
  router.profile('GET', '/directReports', (request) => {
    const reports = request.tenant.reportsOf(request.owner.id);
    return page(
      withDefaults(request),
      reports.map((one) => ({ '@odata.type': '#microsoft.graph.user', ...personView(request, one) })),
      { pageSize: 100, context: 'directoryObjects' },
    );
  });
  router.profile('GET', '/people', (request) => {
    const others = [...request.tenant.people.values()].filter((one) => one.id !== request.owner.id);
    return page(
      request,
      others.map((one) => ({
        id: one.id,
        displayName: one.displayName,
        givenName: one.givenName,
        surname: one.surname,
        jobTitle: one.jobTitle,
        department: one.department,
        userPrincipalName: one.mail,
        scoredEmailAddresses: [{ address: one.mail, relevanceScore: 10 }],
      })),
    );
  });
  for (const below of ['/photo', '/photo/$value', '/photos/{size}/$value']) {
    router.profile(
      'GET',
      below,
      () => {
        throw new GraphError(
          404,
          'ImageNotFound',
          "The specified object was not found in the store., The photo wasn't found.",
        );
      },
      READ_PHOTO,
    );
  }
}

function listPeople(request: GraphRequest): Answer {
  const isAdvanced = request.query.has('$search') || request.query.get('$count') === 'true';
  if (isAdvanced && request.header('consistencylevel')?.toLowerCase() !== 'eventual') {
    throw new GraphError(
      400,
      'Request_UnsupportedQuery',
      "Request with $search or $count query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const wanted =
    /displayName:([^"]*)/i
      .exec(request.query.get('$search') ?? '')?.[1]
      ?.trim()
      .toLowerCase() ?? '';
  const people = [...request.tenant.people.values()].filter((one) => one.displayName.toLowerCase().includes(wanted));
  return page(
    withDefaults(request),
    people.map((one) => visible(request, one, personView(request, one))),
    { pageSize: 100, context: 'users' },
  );
}

/** Without a `$select`, Graph sends a short default set. */
function withDefaults(request: GraphRequest): GraphRequest {
  if (request.query.has('$select')) {
    return request;
  }
  const query = new URLSearchParams(request.query);
  query.set('$select', DEFAULT_PROPERTIES);
  return { ...request, query };
}

function profile(request: GraphRequest, person: DirectoryPerson): Json {
  return selected(withDefaults(request), visible(request, person, personView(request, person)));
}

function visible(request: GraphRequest, person: DirectoryPerson, view: Json): Json {
  const { caller } = request;
  const seesAll =
    caller.person?.id === person.id ||
    ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'].some((one) =>
      caller.permissions.has(one),
    );
  const isAbove =
    caller.person !== null && (person.managerId === caller.person.id || caller.person.managerId === person.id);
  return seesAll || isAbove
    ? view
    : Object.fromEntries(Object.entries(view).filter(([name]) => BASIC_PROPERTIES.includes(name)));
}

function personView(request: GraphRequest, person: DirectoryPerson): Json {
  const { tenant } = request;
  const manager = person.managerId === null ? undefined : tenant.people.get(person.managerId);
  const expandsManager = /\bmanager\b/i.test(request.query.get('$expand') ?? '');
  return {
    id: person.id,
    accountEnabled: true,
    businessPhones: [],
    companyName: tenant.organisation.tenant.name,
    country: 'United Kingdom',
    department: person.department,
    displayName: person.displayName,
    employeeHireDate: `${person.hireDate}T00:00:00Z`,
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
      extensionAttribute3: null,
    },
    otherMails: [],
    preferredLanguage: person.language,
    proxyAddresses: [`SMTP:${person.mail}`],
    surname: person.surname,
    usageLocation: 'GB',
    userPrincipalName: person.mail,
    userType: 'Member',
    ...(expandsManager && manager !== undefined
      ? {
          manager: {
            '@odata.type': '#microsoft.graph.user',
            id: manager.id,
            displayName: manager.displayName,
            mail: manager.mail,
          },
        }
      : {}),
  };
}
