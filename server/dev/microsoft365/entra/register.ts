import { Collection } from '../tenant/journal.ts';
import type { Journal, JournalLine } from '../tenant/journal.ts';
import { freshGuid, stableGuid } from '../tenant/identifiers.ts';
import type { Guest } from './guest.ts';

/** Stands for every delegated permission there is, in a grant. */
export const EVERY_SCOPE = '*';
const WHOLE_TENANT = 'tenant';
const APPLICATION = 'application';

/** What the application may do in a tenant from the start. */
export interface ApplicationAccess {
  /** Whether the tenant knows the application at all: an enterprise application in its directory. */
  isInstalled: boolean;
  /** Delegated permissions an administrator consented to for everybody; `*` for all. */
  scopes: readonly string[];
  /** Application permissions an administrator granted. */
  roles: readonly string[];
}

/** Everything may be asked for: what an administrator who trusts the application allowed. */
export const EVERYTHING: ApplicationAccess = { isInstalled: true, scopes: [EVERY_SCOPE], roles: [] };

/** How an account stands: switched on, with a mailbox or without, and since when its sessions count (epoch milliseconds). */
export interface AccountState {
  enabled: boolean;
  /** Left out: it has one. */
  hasMailbox?: boolean;
  revocations: number;
  sessionsValidFrom: number;
}

/** A conditional access policy: for whom and for which resource it asks something more. */
export interface AccessPolicy {
  id: string;
  name: string;
  /** Multifactor authentication, an authentication context (`c1` to `c99`), or nobody gets in. */
  requires: { mfa: true } | { context: string } | { block: true };
  resource: 'graph' | 'api' | 'all';
  /** Whom it is for; null means everybody. */
  personIds: readonly string[] | null;
}

/** What a tenant's administrators decided: consent, accounts, conditional access, guests. */
export class EntraRegister {
  readonly collections: readonly { replay: (lines: readonly JournalLine[]) => void }[];
  readonly #tenantId: string;
  readonly #initial: ApplicationAccess;
  readonly #consents: Collection<readonly string[]>;
  readonly #application: Collection<{ isInstalled: boolean; roles: readonly string[] }>;
  readonly #accounts: Collection<AccountState>;
  readonly #policies: Collection<AccessPolicy>;
  readonly #guests: Collection<Guest>;

  constructor(tenantId: string, journal: Journal, initial: ApplicationAccess) {
    this.#tenantId = tenantId;
    this.#initial = initial;
    this.#consents = new Collection('consents', journal);
    this.#application = new Collection('application', journal);
    this.#accounts = new Collection('accounts', journal);
    this.#policies = new Collection('policies', journal);
    this.#guests = new Collection('guests', journal);
    this.collections = [this.#consents, this.#application, this.#accounts, this.#policies, this.#guests];
  }

  get application(): { isInstalled: boolean; roles: readonly string[] } {
    return this.#application.get(APPLICATION) ?? this.#initial;
  }

  /** Puts the application into the directory with these application permissions, or takes it out. */
  setApplication(change: { isInstalled?: boolean | undefined; roles?: readonly string[] | undefined }): void {
    const { isInstalled, roles } = this.application;
    this.#application.put(APPLICATION, {
      isInstalled: change.isInstalled ?? isInstalled,
      roles: change.roles ?? roles,
    });
  }

  /** Delegated permissions granted for everybody (null) or by one person. */
  grantedScopes(personId: string | null): readonly string[] {
    const given = this.#consents.get(personId ?? WHOLE_TENANT);
    return given ?? (personId === null ? this.#initial.scopes : []);
  }

  /** Grants exactly these; none takes the consent back. */
  setScopes(personId: string | null, scopes: readonly string[]): void {
    this.#consents.put(personId ?? WHOLE_TENANT, [...new Set(scopes)]);
  }

  /** Which of some delegated permissions nobody has consented to for a person. */
  missingScopes(personId: string, scopes: readonly string[]): string[] {
    const granted = new Set(
      [...this.grantedScopes(null), ...this.grantedScopes(personId)].map((one) => one.toLowerCase()),
    );
    return granted.has(EVERY_SCOPE) ? [] : scopes.filter((one) => !granted.has(one.toLowerCase()));
  }

  account(personId: string): AccountState {
    return this.#accounts.get(personId) ?? { enabled: true, revocations: 0, sessionsValidFrom: 0 };
  }

  setEnabled(personId: string, enabled: boolean): void {
    this.#accounts.put(personId, { ...this.account(personId), enabled });
  }

  /** Whether somebody's licence comes with a mailbox. What is in it stays until it has one again. */
  hasMailbox(personId: string): boolean {
    return this.account(personId).hasMailbox !== false;
  }

  setMailbox(personId: string, hasMailbox: boolean): void {
    this.#accounts.put(personId, { ...this.account(personId), hasMailbox });
  }

  /** Ends every session of a person; tokens that can be challenged are refused from now on. */
  revokeSessions(personId: string, now: number): void {
    const account = this.account(personId);
    this.#accounts.put(personId, { ...account, revocations: account.revocations + 1, sessionsValidFrom: now });
  }

  /** The session a person's tokens belong to until it is revoked. */
  sessionId(personId: string): string {
    return stableGuid('session', this.#tenantId, personId, String(this.account(personId).revocations));
  }

  get policies(): readonly AccessPolicy[] {
    return this.#policies.values();
  }

  addPolicy(policy: Omit<AccessPolicy, 'id'>): AccessPolicy {
    const added = { ...policy, id: freshGuid() };
    this.#policies.put(added.id, added);
    return added;
  }

  removePolicy(id: string): void {
    this.#policies.remove(id);
  }

  get guests(): readonly Guest[] {
    return this.#guests.values();
  }

  putGuest(guest: Guest): void {
    this.#guests.put(guest.id, guest);
  }

  removeGuest(id: string): void {
    this.#guests.remove(id);
  }
}
