import { WEEKDAYS } from '#server/dev/microsoft365/calendar/recurrence.ts';
import { stableGuid } from '#server/dev/microsoft365/tenant/identifiers.ts';
import type { Organisation, OrganisationPerson } from '#server/dev/organisation/organisation.ts';

const teamSize = 8;
const weekdays = WEEKDAYS.slice(1, 6);
const starts = ['09:00', '09:30', '10:00', '11:00', '13:30', '14:00', '15:00', '15:30'];
const subjects = ['Case review', 'Planning', 'Site visit', 'Supplier call', 'Interview', 'Budget', 'Training'];

function personAt(model: OrganisationPerson, at: number): OrganisationPerson {
  const key = `p${at}`;
  return {
    ...model,
    key,
    id: stableGuid('large', key),
    givenName: `Person${at}`,
    surname: 'Large',
    managerKey: at === 0 ? null : `p${Math.floor((at - 1) / teamSize)}`,
    employeeId: `L${at}`,
    hired: '2019-03-04',
  };
}

function of<Thing>(from: readonly [Thing, ...Thing[]] | readonly Thing[], at: number): Thing {
  const found = from[at % from.length];
  if (found === undefined) throw new RangeError('There is nothing to choose from');
  return found;
}

/** An organisation of that many people in teams of eight, each with a team meeting, a one-to-one and half a year of other meetings. */
export function largeOrganisation(demo: Organisation, count: number): Organisation {
  const model = of(demo.people, 0);
  const people = Array.from({ length: count }, (_, at) => personAt(model, at));
  const reports = people.slice(1);
  const teams = Map.groupBy(reports, (one) => one.managerKey ?? '');
  return {
    tenant: demo.tenant,
    holidays: demo.holidays,
    leave: [],
    people,
    rhythms: [...teams].map(([manager, team], at) => ({
      key: `team of ${manager}`,
      subject: 'Team meeting',
      organizer: manager,
      attendees: team.map((one) => one.key),
      when: { every: 'weeks', interval: 1, weekdays: [of(weekdays, at)], offsetWeeks: 0 },
      start: of(starts, at),
      minutes: 60,
      online: true,
    })),
    oneToOnes: reports.map((one, at) => ({
      seriesKey: `one-to-one of ${one.key}`,
      manager: one.managerKey ?? '',
      report: one.key,
      subject: 'One-to-one',
      weekday: of(weekdays, at),
      start: of(starts, at),
      minutes: 45,
      everyWeeks: 2,
      nextInWeeks: at % 2,
      historyWeeks: 13,
      ours: false,
      timeZone: model.timeZone,
    })),
    adHoc: {
      seed: 'large',
      weeksBack: 13,
      weeksAhead: 13,
      subjects: Object.fromEntries(people.map((one) => [one.key, subjects])),
      locations: ['', 'Room 1', 'Room 2'],
    },
  };
}
