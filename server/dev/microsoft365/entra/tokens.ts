import { SignJWT, decodeJwt, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { createHash } from 'node:crypto';
import type { KeyRing } from './keys.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

/** Who may be named as the calling client when Teams on the web asks for an application's token. */
export const TEAMS_WEB_CLIENT = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
export const GRAPH_AUDIENCE = 'https://graph.microsoft.com';
/** Seconds an access token lives. */
export const TOKEN_LIFE_SECONDS = 3600;

/** Delegated permissions of the host's own pages, which show a person their calendar, mail and chats. */
export const HOST_SCOPES =
  'User.Read User.ReadBasic.All Calendars.ReadWrite Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite OnlineMeetings.ReadWrite Chat.ReadWrite Tasks.ReadWrite TeamsAppInstallation.ReadWriteForChat TeamsAppInstallation.ReadWriteForUser TeamsTab.ReadWrite.All People.Read';

/** How strongly somebody proved who they are. */
export interface SignInProof {
  /** Methods: a password, and multifactor authentication when it was asked for. */
  amr: readonly string[];
  /** Authentication contexts that were satisfied. */
  acrs: readonly string[];
}

/** A sign-in with nothing more than a password. */
export const PASSWORD_ONLY: SignInProof = { amr: ['pwd'], acrs: [] };

/** What a token carries beyond who and what it is for. */
interface TokenTraits {
  proof?: SignInProof;
  /** Whether the client said it understands claims challenges (`cp1`). */
  isChallengeable?: boolean;
}

/** Makes and checks one tenant's tokens. */
export class TokenOffice {
  readonly issuer: string;
  readonly keys: KeyRing;
  readonly #tenant: Tenant;
  readonly #graphIssuer: string;

  constructor(tenant: Tenant, keys: KeyRing, origin: string) {
    this.#tenant = tenant;
    this.keys = keys;
    this.issuer = `${origin}/${tenant.id}/v2.0`;
    this.#graphIssuer = `${origin}/${tenant.id}/`;
  }

  /** A token of Duologue's own API for a person, as a Teams tab gets one; `azp` names the client that asked. */
  apiToken(person: DirectoryPerson, azp: string, traits: TokenTraits = {}): Promise<string> {
    return this.sign({
      ...this.#personClaims(person, this.#tenant.apps.clientId),
      ...this.#sessionClaims(person, traits),
      aud: this.#tenant.apps.clientId,
      azp,
      azpacr: '0',
      scp: 'access_as_user',
      ...(person.appRoles === undefined ? {} : { roles: [...person.appRoles] }),
      ver: '2.0',
    });
  }

  /** A Graph token for a person with these scopes, space separated. Graph's own tokens are of version 1.0. */
  graphToken(person: DirectoryPerson, appId: string, scopes: string, traits: TokenTraits = {}): Promise<string> {
    return this.sign({
      ...this.#personClaims(person, GRAPH_AUDIENCE),
      ...this.#sessionClaims(person, traits),
      iss: this.#graphIssuer,
      aud: GRAPH_AUDIENCE,
      app_displayname: this.#tenant.apps.name,
      appid: appId,
      appidacr: '1',
      scp: scopes,
      idtyp: 'user',
      upn: person.guest?.userPrincipalName ?? person.mail,
      ver: '1.0',
    });
  }

  /** A Graph token for an application on its own behalf, with the roles an administrator granted. */
  appToken(appId: string, roles: readonly string[]): Promise<string> {
    const oid = digestId('service principal', this.#tenant.id, appId);
    return this.sign({
      iss: this.#graphIssuer,
      aud: GRAPH_AUDIENCE,
      app_displayname: this.#tenant.apps.name,
      appid: appId,
      appidacr: '1',
      idtyp: 'app',
      oid,
      sub: oid,
      tid: this.#tenant.id,
      ...(roles.length === 0 ? {} : { roles: [...roles] }),
      ver: '1.0',
    });
  }

  idToken(person: DirectoryPerson, clientId: string, nonce?: string): Promise<string> {
    return this.sign({
      ...this.#personClaims(person, clientId),
      sid: this.#tenant.register.sessionId(person.id),
      aud: clientId,
      ver: '2.0',
      ...(nonce === undefined ? {} : { nonce }),
    });
  }

  /** Signs claims with the tenant's key; issued now, valid for an hour unless the claims say otherwise. */
  sign(claims: JWTPayload): Promise<string> {
    const now = Math.floor(this.#tenant.now() / 1000);
    const { keyId, privateKey } = this.keys.signing;
    return new SignJWT({
      iss: this.issuer,
      iat: now,
      nbf: now,
      exp: now + TOKEN_LIFE_SECONDS,
      uti: freshGuid(),
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId })
      .sign(privateKey);
  }

  /** The claims of a token this tenant signed for an audience. @throws when it is not one, or no longer valid. */
  async verify(token: string, audience: string): Promise<JWTPayload> {
    const verified = await jwtVerify(
      token,
      ({ kid }) => {
        const key = this.keys.find(kid);
        if (key === undefined) {
          throw new errors.JWKSNoMatchingKey();
        }
        return key.publicKey;
      },
      {
        audience,
        issuer: [this.issuer, this.#graphIssuer],
        algorithms: ['RS256'],
        currentDate: new Date(this.#tenant.now()),
      },
    );
    return verified.payload;
  }

  /** What MSAL reads to know the account: base64url of the person's and their home tenant's ids. */
  clientInfo(person: DirectoryPerson): string {
    const home = { uid: person.guest?.homePersonId ?? person.id, utid: person.guest?.homeTenantId ?? this.#tenant.id };
    return Buffer.from(JSON.stringify(home)).toString('base64url');
  }

  #personClaims(person: DirectoryPerson, audience: string): JWTPayload {
    return {
      tid: this.#tenant.id,
      oid: person.id,
      sub: digestId(audience, person.id),
      name: person.displayName,
      preferred_username: person.mail,
      acct: person.guest === undefined ? 0 : 1,
      ...(person.guest === undefined ? {} : { idp: `https://sts.windows.net/${person.guest.homeTenantId}/` }),
    };
  }

  #sessionClaims(person: DirectoryPerson, { proof = PASSWORD_ONLY, isChallengeable = false }: TokenTraits): JWTPayload {
    return {
      sid: this.#tenant.register.sessionId(person.id),
      amr: [...proof.amr],
      ...(proof.acrs.length === 0 ? {} : { acrs: [...proof.acrs] }),
      ...(isChallengeable ? { xms_cc: ['cp1'] } : {}),
    };
  }
}

/** How strongly the bearer of a token once proved who they are. */
export function proofIn(claims: JWTPayload): SignInProof {
  return { amr: textsOf(claims['amr']), acrs: textsOf(claims['acrs']) };
}

/** Whom a token names, whether or not it is genuine; null when it names nobody. */
export function personNamed(token: string | undefined): string | null {
  return claimOf(token, 'oid');
}

/** Which tenant a token names, whether or not it is genuine; null when it names none. */
export function tenantNamed(token: string | undefined): string | null {
  return claimOf(token, 'tid');
}

/** The texts among some values of a claim. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function claimOf(token: string | undefined, name: string): string | null {
  try {
    const value = decodeJwt(token ?? '')[name];
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

function digestId(...words: string[]): string {
  return createHash('sha256').update(words.join('\n')).digest('base64url');
}
