import { SignJWT, decodeJwt, importJWK, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { createHash } from 'node:crypto';
import type { SigningKey } from './keys.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

/** Who may be named as the calling client when Teams on the web asks for an application's token. */
export const TEAMS_WEB_CLIENT = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
export const GRAPH_AUDIENCE = 'https://graph.microsoft.com';
/** Seconds an access token lives. */
export const TOKEN_LIFE_SECONDS = 3600;

/** Delegated permissions of the host's own pages, which show a person their calendar, mail and chats. */
export const HOST_SCOPES =
  'User.Read User.ReadBasic.All Calendars.ReadWrite Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite OnlineMeetings.Read Chat.ReadBasic TeamsAppInstallation.ReadWriteForChat TeamsTab.ReadWrite.All People.Read';

/** Makes and checks this tenant's tokens. */
export class TokenOffice {
  readonly issuer: string;
  readonly key: SigningKey;
  readonly #tenant: Tenant;

  constructor(tenant: Tenant, key: SigningKey, origin: string) {
    this.#tenant = tenant;
    this.key = key;
    this.issuer = `${origin}/${tenant.id}/v2.0`;
  }

  /** A token of Duologue's own API for a person, as a Teams tab gets one; `azp` names the client that asked. */
  apiToken(person: DirectoryPerson, azp: string): Promise<string> {
    return this.sign({
      ...this.#personClaims(person, this.#tenant.apps.clientId),
      aud: this.#tenant.apps.clientId,
      azp,
      azpacr: '0',
      scp: 'access_as_user',
      ver: '2.0',
    });
  }

  /** A Graph token for a person with these scopes, space separated. */
  graphToken(person: DirectoryPerson, appId: string, scopes: string): Promise<string> {
    return this.sign({
      ...this.#personClaims(person, GRAPH_AUDIENCE),
      aud: GRAPH_AUDIENCE,
      appid: appId,
      azp: appId,
      azpacr: '1',
      scp: scopes,
      idtyp: 'user',
      ver: '2.0',
    });
  }

  /** A Graph token for an application on its own behalf, with the roles an administrator granted. */
  appToken(appId: string, roles: readonly string[]): Promise<string> {
    const oid = digestId('service principal', appId);
    return this.sign({
      aud: GRAPH_AUDIENCE,
      appid: appId,
      azp: appId,
      azpacr: '1',
      idtyp: 'app',
      oid,
      sub: oid,
      tid: this.#tenant.id,
      roles: [...roles],
      ver: '2.0',
    });
  }

  idToken(person: DirectoryPerson, clientId: string, nonce?: string): Promise<string> {
    return this.sign({
      ...this.#personClaims(person, clientId),
      aud: clientId,
      ver: '2.0',
      ...(nonce === undefined ? {} : { nonce }),
    });
  }

  /** Signs claims with the tenant's key; issued now, valid for an hour unless the claims say otherwise. */
  sign(claims: JWTPayload): Promise<string> {
    const now = Math.floor(this.#tenant.now() / 1000);
    return new SignJWT({
      iss: this.issuer,
      iat: now,
      nbf: now,
      exp: now + TOKEN_LIFE_SECONDS,
      uti: freshGuid(),
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: this.key.keyId })
      .sign(this.key.privateKey);
  }

  /** The claims of a token this tenant signed for an audience. @throws when it is not one, or no longer valid. */
  async verify(token: string, audience: string): Promise<JWTPayload> {
    const verified = await jwtVerify(token, await importJWK(this.key.publicJwk, 'RS256'), {
      audience,
      issuer: this.issuer,
      algorithms: ['RS256'],
      currentDate: new Date(this.#tenant.now()),
    });
    return verified.payload;
  }

  /** What MSAL reads to know the account: base64url of the person's and the tenant's ids. */
  clientInfo(person: DirectoryPerson): string {
    return Buffer.from(JSON.stringify({ uid: person.id, utid: this.#tenant.id })).toString('base64url');
  }

  #personClaims(person: DirectoryPerson, audience: string): JWTPayload {
    return {
      tid: this.#tenant.id,
      oid: person.id,
      sub: digestId(audience, person.id),
      name: person.displayName,
      preferred_username: person.mail,
    };
  }
}

/** Whom a token names, whether or not it is genuine; null when it names nobody. */
export function personNamed(token: string | undefined): string | null {
  try {
    const { oid } = decodeJwt(token ?? '');
    return typeof oid === 'string' ? oid : null;
  } catch {
    return null;
  }
}

function digestId(...words: string[]): string {
  return createHash('sha256').update(words.join('\n')).digest('base64url');
}
