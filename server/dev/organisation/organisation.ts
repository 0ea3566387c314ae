import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { WEEKDAYS, WEEK_INDEXES } from '../microsoft365/calendar/recurrence.ts';

const weekday = z.enum(WEEKDAYS);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const date = z.iso.date();

const workingHours = z.strictObject({ days: z.array(weekday).min(1), start: clockTime, end: clockTime });

const person = z.strictObject({
  key: z.string(),
  id: z.guid(),
  givenName: z.string(),
  surname: z.string(),
  jobTitle: z.string(),
  department: z.string(),
  officeLocation: z.string(),
  managerKey: z.string().nullable(),
  grade: z.string(),
  contract: z.enum(['full-time', 'part-time']),
  hired: z.union([date, z.strictObject({ daysBefore: z.int().positive() })]),
  timeZone: z.string(),
  workingHours,
  language: z.string(),
  employeeId: z.string(),
  role: z.string(),
  /** Application roles of Duologue that were assigned to them. */
  appRoles: z.array(z.string()).optional(),
});

const leave = z.strictObject({
  person: z.string(),
  fromWeek: z.int(),
  fromDay: weekday,
  days: z.int().positive(),
  subject: z.string(),
  message: z.string(),
});

const when = z.discriminatedUnion('every', [
  z.strictObject({
    every: z.literal('weeks'),
    interval: z.int().positive(),
    weekdays: z.array(weekday).min(1),
    offsetWeeks: z.int(),
  }),
  z.strictObject({ every: z.literal('months'), interval: z.int().positive(), index: z.enum(WEEK_INDEXES), weekday }),
]);

const rhythm = z.strictObject({
  key: z.string(),
  subject: z.string(),
  organizer: z.string(),
  attendees: z.array(z.string()),
  when,
  start: clockTime,
  minutes: z.int().positive(),
  location: z.string().optional(),
  online: z.boolean().optional(),
  sensitivity: z.enum(['normal', 'private']).optional(),
  showAs: z.enum(['busy', 'tentative', 'oof', 'workingElsewhere', 'free']).optional(),
});

const oneToOne = z.strictObject({
  seriesKey: z.string(),
  manager: z.string(),
  report: z.string(),
  subject: z.string(),
  weekday: z.union([weekday, z.literal('today')]),
  start: clockTime,
  minutes: z.int().positive(),
  everyWeeks: z.int().positive(),
  nextInWeeks: z.int().min(0),
  historyWeeks: z.int().positive(),
  ours: z.boolean(),
  timeZone: z.string(),
  endsWithLeave: z.boolean().optional(),
});

const organisation = z
  .strictObject({
    tenant: z.strictObject({ id: z.guid(), name: z.string(), domain: z.string(), timeZone: z.string() }),
    people: z.array(person).min(1),
    holidays: z.array(z.strictObject({ date, name: z.string() })),
    leave: z.array(leave),
    rhythms: z.array(rhythm),
    oneToOnes: z.array(oneToOne),
    adHoc: z.strictObject({
      seed: z.string(),
      weeksBack: z.int().positive(),
      weeksAhead: z.int().positive(),
      subjects: z.record(z.string(), z.array(z.string()).min(1)),
      locations: z.array(z.string()).min(1),
    }),
  })
  .superRefine((value, context) => {
    const keys = new Set(value.people.map((one) => one.key));
    const named = [
      ...value.people.flatMap((one) => (one.managerKey === null ? [] : [one.managerKey])),
      ...value.leave.map((one) => one.person),
      ...value.rhythms.flatMap((one) => [one.organizer, ...one.attendees]),
      ...value.oneToOnes.flatMap((one) => [one.manager, one.report]),
      ...Object.keys(value.adHoc.subjects),
    ];
    for (const key of named.filter((one) => !keys.has(one))) {
      context.addIssue({ code: 'custom', message: `Nobody in people has the key "${key}".` });
    }
  });

/** An invented organisation as data: its people, who manages whom, and the patterns their calendars are made from. */
export type Organisation = z.infer<typeof organisation>;
export type OrganisationPerson = Organisation['people'][number];
export type Rhythm = Organisation['rhythms'][number];
export type OneToOne = Organisation['oneToOnes'][number];

const DEMO_ORGANISATION = new URL('../../../policies/demo-organisation.json', import.meta.url);
const PARTNER_ORGANISATION = new URL('../../../policies/partner-organisation.json', import.meta.url);

/**
 * Reads and checks an organisation; without a path, the demo one.
 * @throws when the file is missing or does not fit, naming each field at fault.
 */
export function loadOrganisation(path: string | URL = DEMO_ORGANISATION): Organisation {
  const parsed = organisation.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    throw new Error(`The organisation in ${String(path)} does not fit:\n${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

/** Everybody by key, made once for each organisation. */
const peopleByKey = new WeakMap<Organisation, ReadonlyMap<string, OrganisationPerson>>();

/** The small organisation beside the demo one, with a tenant of its own. */
export function loadPartnerOrganisation(): Organisation {
  return loadOrganisation(PARTNER_ORGANISATION);
}

/** The person with this key. @throws when there is none. */
export function personByKey(from: Organisation, key: string): OrganisationPerson {
  const people = peopleByKey.get(from) ?? new Map(from.people.map((one) => [one.key, one]));
  peopleByKey.set(from, people);
  const found = people.get(key);
  if (found === undefined) {
    throw new Error(`The organisation has no person with the key "${key}".`);
  }
  return found;
}

/** A person's mail address and user principal name. */
export function addressOf(from: Organisation, one: OrganisationPerson): string {
  const plain = `${one.givenName}.${one.surname}`.replaceAll(/[łŁ]/g, 'l').normalize('NFD').replaceAll(/\p{M}/gu, '');
  return `${plain.toLowerCase().replaceAll(' ', '')}@${from.tenant.domain}`;
}
