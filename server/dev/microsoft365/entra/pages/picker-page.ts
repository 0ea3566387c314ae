import type { Resident } from '../authorities.ts';
import { html } from './page-frame.ts';
import type { Html } from './page-frame.ts';

const MOST_SHOWN = 50;
const MANY = 12;

/** Everybody one may be, by organisation; each choice goes back to the same address with that person. */
export function pickerPage(residents: readonly Resident[], asked: URLSearchParams): Html {
  const wanted = (asked.get('find') ?? '').trim().toLowerCase();
  const found = residents.filter(({ person }) =>
    [person.displayName, person.mail, person.jobTitle].some((text) => text.toLowerCase().includes(wanted)),
  );
  const hint = (asked.get('login_hint') ?? '').toLowerCase();
  const ordered = found.toSorted((one, other) => Number(isHinted(other, hint)) - Number(isHinted(one, hint)));
  const shown = ordered.slice(0, MOST_SHOWN);
  const byTenant = Map.groupBy(shown, ({ house }) => house.tenant.organisation.tenant.name);
  const groups = [...byTenant].map(([tenant, members]) => group(tenant, members, asked, byTenant.size > 1));
  return html`<p class="soft">Nobody needs a password here: everybody is invented, and stays on this machine.</p>
    ${residents.length > MANY ? searchForm(asked) : html``} ${groups}
    ${found.length === 0 ? html`<p>Nobody here has that name.</p>` : html``}
    ${
      found.length > MOST_SHOWN
        ? html`<p class="soft">${String(found.length - MOST_SHOWN)} more. Type part of a name to find them.</p>`
        : html``
    }`;
}

function group(tenant: string, members: readonly Resident[], asked: URLSearchParams, isNamed: boolean): Html {
  return html`${isNamed ? html`<h2>${tenant}</h2>` : html``}
    <ul class="scroll">
      ${members.map((one) => choice(one, asked))}
    </ul>`;
}

function choice({ person }: Resident, asked: URLSearchParams): Html {
  const next = new URLSearchParams(asked);
  next.delete('find');
  next.set('person', person.id);
  const about = person.guest === undefined ? person.jobTitle : `Guest, ${person.mail}`;
  return html`<li>
    <a href="${`?${next.toString()}`}"
      ><span class="badge" aria-hidden="true">${initials(person)}</span
      ><span>${person.displayName}<small>${about}</small></span></a
    >
  </li>`;
}

function searchForm(asked: URLSearchParams): Html {
  const kept = [...asked].filter(([name]) => name !== 'find' && name !== 'person');
  return html`<form method="get">
    <label>Find somebody<input type="search" name="find" value="${asked.get('find') ?? ''}" autocomplete="off" /></label
    >${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
  </form>`;
}

function initials({ givenName, surname }: Resident['person']): string {
  return `${givenName.slice(0, 1)}${surname.slice(0, 1)}`.toUpperCase();
}

function isHinted({ person }: Resident, hint: string): boolean {
  return hint !== '' && (person.mail.toLowerCase() === hint || person.id === hint);
}
