import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { countOf, ok, pageOf, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { DirectoryPerson } from '../tenant/tenant.ts';
import { checkPeopleQuery, searchPeople } from './people-query.ts';
import { graphPhotos } from './photo-routes.ts';
import { PERSON_EXPANDABLE, PERSON_PROBE, managerOf, personView } from './person-view.ts';

/** Without a `$select`, Graph sends a short default set. */
const USUAL = new Set([
  'businessphones',
  'displayname',
  'givenname',
  'jobtitle',
  'mail',
  'mobilephone',
  'officelocation',
  'preferredlanguage',
  'surname',
  'userprincipalname',
  'id',
]);
const RULES = {
  pageSize: 100,
  paging: 'token',
  expandable: PERSON_EXPANDABLE,
  usual: USUAL,
  search: searchPeople,
  probe: PERSON_PROBE,
} as const;

/** People of the directory: profiles, manager, direct reports, photographs. */
export function graphPeople(router: GraphRouter, slice: GraphSlice): void {
  router.at('GET', '/users', (request) => peoplePage(request, [...request.tenant.people.values()], 'users'));
  router.at(
    'GET',
    '/users/$count',
    (request) => peopleCount({ ...request, shape: slice.shape('user') }, [...request.tenant.people.values()]),
    slice.permissions('GET', '/users') ?? undefined,
  );
  router.profile('GET', '', (request) => {
    checkPeopleQuery(request);
    return ok({
      '@odata.context': `${request.graphBase}/$metadata#users/$entity`,
      ...oneProfile(request, request.owner),
    });
  });
  router.profile('GET', '/manager', manager);
  router.profile('GET', '/directReports', (request) =>
    peoplePage(request, request.tenant.reportsOf(request.owner.id), 'directoryObjects'),
  );
  for (const way of ['/me', '/users/{user-id}']) {
    router.at(
      'GET',
      `${way}/directReports/$count`,
      (request) => peopleCount({ ...request, shape: slice.shape('user') }, request.tenant.reportsOf(request.owner.id)),
      slice.permissions('GET', `${way}/directReports`) ?? undefined,
    );
  }
  graphPhotos(router);
  router.profile('GET', '/people', (request) =>
    pageOf(
      request,
      [...request.tenant.people.values()].filter((one) => one.id !== request.owner.id),
      contactView,
      { search: searchContacts },
    ),
  );
}

function manager(request: GraphRequest): Answer {
  const found = managerOf(request, request.owner);
  if (found === undefined) {
    throw new GraphError(
      404,
      'Request_ResourceNotFound',
      "Resource 'manager' does not exist or one of its queried reference-property objects are not present.",
    );
  }
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#directoryObjects/$entity`,
    '@odata.type': '#microsoft.graph.user',
    ...oneProfile(request, found),
  });
}

function oneProfile(request: GraphRequest, person: DirectoryPerson): Json {
  return selected(request, personView(request, person), PERSON_EXPANDABLE, USUAL);
}

function peoplePage(request: GraphRequest, people: readonly DirectoryPerson[], context: string): Answer {
  checkPeopleQuery(request);
  const type = context === 'users' ? {} : { '@odata.type': '#microsoft.graph.user' };
  return pageOf(request, people, (one) => ({ ...type, ...personView(request, one) }), {
    ...RULES,
    context,
  });
}

function peopleCount(request: GraphRequest, people: readonly DirectoryPerson[]): Answer {
  if (request.header('consistencylevel')?.toLowerCase() !== 'eventual') {
    throw new GraphError(400, 'Request_BadRequest', '$count is not currently supported.');
  }
  checkPeopleQuery(request);
  return countOf(request, people, (one) => personView(request, one), RULES);
}

function contactView(person: DirectoryPerson): Json {
  return {
    id: person.id,
    displayName: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    jobTitle: person.jobTitle,
    department: person.department,
    officeLocation: person.officeLocation,
    userPrincipalName: person.mail,
    personType: { class: 'Person', subclass: 'OrganizationUser' },
    scoredEmailAddresses: [{ address: person.mail, relevanceScore: 10 }],
  };
}

/** People found by the beginning of a name or an address. */
function searchContacts(words: string, contacts: Json[]): Json[] {
  const wanted = words.replaceAll('"', '').trim().toLowerCase();
  return contacts.filter((one) =>
    [one['displayName'], one['surname'], one['userPrincipalName']].some(
      (text) => typeof text === 'string' && text.toLowerCase().startsWith(wanted),
    ),
  );
}
