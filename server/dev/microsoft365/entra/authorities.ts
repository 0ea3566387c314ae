import type { TokenOffice } from './tokens.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

/** A tenant with the office that makes its tokens. */
export interface House {
  readonly tenant: Tenant;
  readonly office: TokenOffice;
}

/** Somebody, in the tenant they belong to. */
export interface Resident {
  readonly house: House;
  readonly person: DirectoryPerson;
}

/** Every tenant there is, by what an address names it. */
export class Authorities {
  readonly houses: readonly House[];
  /** The tenant this was started for. */
  readonly first: House;

  constructor(first: House, others: readonly House[]) {
    this.first = first;
    this.houses = [first, ...others];
  }

  /** The tenant with this id or domain. */
  house(name: string): House | undefined {
    const wanted = name.toLowerCase();
    return this.houses.find(({ tenant }) => tenant.id === wanted || tenant.organisation.tenant.domain === wanted);
  }

  /** Whether an address stands for every organisation. */
  isShared(name: string): boolean {
    return ['common', 'organizations'].includes(name.toLowerCase());
  }

  /** Somebody by object id or address, whichever tenant they are of; members before guests. */
  resident(named: string): Resident | undefined {
    const found = this.houses.flatMap((house) => {
      const person = house.tenant.person(named);
      return person === undefined ? [] : [{ house, person }];
    });
    return found.find(({ person }) => person.guest === undefined) ?? found[0];
  }

  /** The guest account somebody of another tenant has in this one. */
  guestIn(house: House, home: Resident): DirectoryPerson | undefined {
    return [...house.tenant.people.values()].find(
      ({ guest }) => guest?.homeTenantId === home.house.tenant.id && guest.homePersonId === home.person.id,
    );
  }

  /** Whether an account may sign in: it is switched on, and so is the one at home if it is a guest's. */
  isEnabled({ house, person }: Resident): boolean {
    if (!house.tenant.register.account(person.id).enabled) {
      return false;
    }
    const home = person.guest === undefined ? undefined : this.house(person.guest.homeTenantId);
    return home === undefined || home.tenant.register.account(person.guest?.homePersonId ?? '').enabled;
  }
}
