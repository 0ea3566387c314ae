import type { FoundPerson, MailboxClock } from '#core/people/mailbox-clock.ts';
import type { Contract } from '#core/people/person.ts';
import { isLocalDate } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Directory } from '#server/ports/directory.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Clock, Logger } from '#server/ports/system.ts';
import { graphClocks } from './graph-clocks.ts';
import type { GraphConfig } from './graph-config.ts';
import type { GraphHttp } from './graph-http.ts';
import { accountAnswer, idAnswer, pageOf, userAnswer } from './graph-schemas.ts';
import type { UserAnswer } from './graph-schemas.ts';

const own = ['User.Read'];
/** Grade, contract, unit, staff number and days of others decide which rule is theirs; the basic profile does not hold them. */
const others = ['User.Read.All'];
/** The directory takes no more values in one `in`. */
const mostInFilter = 15;
/** People shown for a name. */
const mostFound = 10;

const fields =
  'id,displayName,givenName,mail,jobTitle,department,employeeId,employeeHireDate,onPremisesExtensionAttributes';

/** People as the organisation's directory has them. */
export function graphDirectory(
  http: GraphHttp,
  config: GraphConfig,
  needs: { readonly clock: Clock; readonly log: Logger },
): Directory {
  const clocks = graphClocks(http, needs);

  return {
    async me(actor) {
      const caller = http(actor, own);
      const [user, reports, clock] = await Promise.all([
        caller.read({ method: 'GET', path: `/me?$select=${fields}` }, userAnswer),
        caller.read({ method: 'GET', path: '/me/directReports?$select=id&$top=1' }, pageOf(idAnswer)),
        clocks.own(actor),
      ]);
      if (user.id !== actor.personId) throw new Failure('outlook-refused', { outsideCode: 'somebody-else-answered' });
      return personFrom(user, config, clock, reports.value.length > 0);
    },
    async directReports(actor) {
      const users = await http(actor, others).readAll(`/me/directReports?$select=${fields}&$top=100`, userAnswer);
      const read = await clocks.ofOthers(actor, users, 'reports');
      return users.map((user) => personFrom(user, config, read.get(user.id) ?? null, null));
    },
    async find(actor, name) {
      // Quotes and the like would speak to the search, not of a name.
      const words = name.replaceAll(/[^\p{L}\p{M}\p{N}'.-]+/gu, ' ').trim();
      if (words === '') return [];
      const search = encodeURIComponent(`"displayName:${words}"`);
      const users = await http(actor, others).read(
        {
          method: 'GET',
          path: `/users?$search=${search}&$select=${fields}&$top=${String(mostFound)}`,
          headers: { ConsistencyLevel: 'eventual' },
        },
        pageOf(userAnswer),
      );
      return users.value.map((user) => personFrom(user, config, null, null));
    },
    async person(actor, id) {
      try {
        const path = `/users/${encodeURIComponent(id)}?$select=${fields}`;
        const user = await http(actor, others).read({ method: 'GET', path }, userAnswer);
        const read = await clocks.ofOthers(actor, [user], 'person');
        return personFrom(user, config, read.get(id) ?? null, null);
      } catch (error) {
        if (error instanceof Failure && error.code === 'outlook-missing') return null;
        throw error;
      }
    },
    async clocksOf(actor, people) {
      const [own, others] = await Promise.all([
        people.some(({ id }) => id === actor.personId) ? clocks.own(actor) : null,
        clocks.ofOthers(
          actor,
          people.filter(({ id }) => id !== actor.personId),
          'others',
        ),
      ]);
      return own === null ? others : new Map([...others, [actor.personId, own]]);
    },
    async goneOf(actor, personIds) {
      const gone = new Set(personIds);
      for (let at = 0; at < personIds.length; at += mostInFilter) {
        const ids = personIds.slice(at, at + mostInFilter).map((id) => `'${id.replaceAll("'", "''")}'`);
        const filter = encodeURIComponent(`id in (${ids.join(',')})`);
        const found = await http(actor, others).readAll(
          `/users?$filter=${filter}&$select=id,accountEnabled`,
          accountAnswer,
        );
        for (const { id, accountEnabled } of found) if (accountEnabled !== false) gone.delete(id);
      }
      return gone;
    },
  };
}

function personFrom(
  user: UserAnswer,
  config: GraphConfig,
  clock: MailboxClock | null,
  hasReports: boolean | null,
): FoundPerson {
  const attributes = user.onPremisesExtensionAttributes ?? {};
  const name = user.displayName ?? user.mail ?? user.id;
  return {
    id: user.id,
    displayName: name,
    givenName: user.givenName ?? name.split(' ')[0] ?? name,
    mail: user.mail ?? null,
    jobTitle: user.jobTitle ?? null,
    grade: attributes[config.gradeAttribute] ?? null,
    contract: contractOf(attributes[config.contractAttribute]),
    zone: clock?.zone ?? config.defaultZone,
    clock,
    joinedOn: dayOf(user.employeeHireDate),
    unit: saidBy(user.department),
    employeeNumber: saidBy(user.employeeId),
    incrementalOn: dayOf(attributes[config.incrementAttribute]),
    hasReports,
  };
}

/** What a property says; null where it is not set or blank. */
function saidBy(text: string | null | undefined): string | null {
  const said = text?.trim() ?? '';
  return said === '' ? null : said;
}

function contractOf(text: string | null | undefined): Contract | null {
  return text === 'full-time' || text === 'part-time' ? text : null;
}

function dayOf(text: string | null | undefined): LocalDate | null {
  const day = text?.slice(0, 10) ?? '';
  return isLocalDate(day) && !day.startsWith('0001') ? day : null;
}
