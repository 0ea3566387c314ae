import { stableGuid } from '../tenant/identifiers.ts';

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
export function guestOf(
  host: { id: string; domain: string },
  homeTenantId: string,
  person: Pick<Guest, 'id' | 'displayName' | 'givenName' | 'surname' | 'mail'>,
): Guest {
  const { displayName, givenName, surname, mail } = person;
  return {
    id: stableGuid('guest', host.id, person.id),
    homeTenantId,
    homePersonId: person.id,
    displayName,
    givenName,
    surname,
    mail,
    userPrincipalName: `${mail.replace('@', '_')}#EXT#@${host.domain}`,
  };
}
