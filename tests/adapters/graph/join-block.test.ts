import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { occurrencesOf } from '#core/series/occurrences.ts';
import type { SeriesPlan } from '#core/series/series.ts';
import { addDays, addMinutes } from '#core/time.ts';
import type { Weekday } from '#core/time-types.ts';
import type { LocalTenant, Someone } from './local-tenant.ts';
import { startTenant } from './local-tenant.ts';
import { everySecondThursday, invitationFor } from './series-invitation.ts';

let tenant: LocalTenant;
let priya: Someone;
let kwame: Someone;

beforeAll(async () => {
  tenant = await startTenant();
  priya = await tenant.signIn('priya');
  kwame = await tenant.signIn('kwame');
});
afterAll(() => tenant.close());

interface Seen {
  readonly id: string;
  readonly body: { readonly content: string };
  readonly isOnlineMeeting: boolean;
  readonly onlineMeeting: { readonly joinUrl: string } | null;
}

const blockStart = '<br>\n<div style="width:100%">';

/** What the online meeting put into a body, byte for byte: what is typed anywhere is escaped and cannot look like its beginning. */
function joinBlockOf(body: string): string {
  const at = body.lastIndexOf(blockStart);
  return at < 0 ? 'no join block' : body.slice(at, body.lastIndexOf('</body>'));
}

async function occurrencesIn(person: Someone, subject: string): Promise<Seen[]> {
  const filter = encodeURIComponent(`subject eq '${subject}' and isCancelled eq false`);
  const path = `/me/calendarView?startDateTime=2026-11-01T00:00:00Z&endDateTime=2028-12-01T00:00:00Z&$top=400&$filter=${filter}`;
  const { value } = await tenant.look(person, path);
  return value as Seen[];
}

/** Holds every occurrence in both mailboxes to the join block and address the meeting was made with. */
async function expectUntouched(subject: string, first: { readonly block: string; readonly joinUrl: string | null }) {
  for (const person of [priya, kwame]) {
    for (const one of await occurrencesIn(person, subject)) {
      expect(joinBlockOf(one.body.content)).toBe(first.block);
      expect([one.isOnlineMeeting, one.onlineMeeting?.joinUrl]).toEqual([true, first.joinUrl]);
    }
  }
}

const words = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    '<div id="duologue-agenda">',
    '</div></div></body>',
    '________________',
    '<b>Shadowing</b> & more',
    '<a id="meet_invite_block.action.join_link" href="https://example.org">Join</a>',
  ),
);

type Edit =
  | { readonly kind: 'publish'; readonly at: number; readonly html: string; readonly name: string }
  | { readonly kind: 'move'; readonly at: number; readonly minutes: number }
  | { readonly kind: 'skip'; readonly at: number }
  | { readonly kind: 'rule'; readonly plan: SeriesPlan }
  | { readonly kind: 'extend'; readonly days: number };

const at = fc.nat({ max: 5 });
const rule = fc
  .record({
    every: fc.integer({ min: 1, max: 3 }),
    weekday: fc.integer({ min: 1, max: 5 }).map((day) => day as Weekday),
    hour: fc.integer({ min: 9, max: 16 }),
    minutes: fc.constantFrom(30, 45, 60),
    ahead: fc.nat({ max: 20 }),
  })
  .map(({ every, weekday, hour, minutes, ahead }): SeriesPlan => {
    const startDate = addDays('2026-12-01', ahead);
    const startTime = `${String(hour).padStart(2, '0')}:00`;
    const pattern = { kind: 'weekly', every, weekday } as const;
    return { pattern, zone: 'Europe/London', startDate, startTime, minutes, untilDate: addDays(startDate, 70) };
  });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      at,
      html: words,
      name: fc.constantFrom('Agenda 3 December.pdf', 'Agenda & more.pdf'),
    }),
  },
  fc.record({ kind: fc.constant('move' as const), at, minutes: fc.integer({ min: -600, max: 600 }) }),
  fc.record({ kind: fc.constant('skip' as const), at }),
  fc.record({ kind: fc.constant('rule' as const), plan: rule }),
  fc.record({ kind: fc.constant('extend' as const), days: fc.integer({ min: 1, max: 60 }) }),
);

const document = (name: string, html: string) => ({
  name,
  contentType: 'application/pdf',
  bytes: Buffer.from(`%PDF ${html}`),
});

describe('the part of an invitation that Teams put there', () => {
  it('[C2] [OUT-3] keeps every byte in every occurrence of a series, and the join address stays, whatever we do to it', async () => {
    const seed = Number(process.env['DUOLOGUE_SEED'] ?? Date.now() % 1_000_000);
    const runs = Number(process.env['DUOLOGUE_RUNS'] ?? 8);
    let made = 0;
    await fc.assert(
      fc.asyncProperty(words, fc.array(edit, { minLength: 1, maxLength: 7 }), async (note, edits) => {
        made += 1;
        const subject = `Kept whole ${String(made)}`;
        let plan: SeriesPlan = { ...everySecondThursday, untilDate: '2027-02-11' };
        const booked = await tenant.calendar.createSeries(priya.actor, invitationFor(kwame, { subject, note, plan }));
        const [before] = await occurrencesIn(priya, subject);
        const first = { block: joinBlockOf(before?.body.content ?? ''), joinUrl: booked.joinUrl };
        expect(first.block).toContain('meet_invite_block');
        for (const one of edits) {
          const standing = await tenant.calendar.occurrences(
            priya.actor,
            booked.eventId,
            '2026-11-01T00:00:00.000Z',
            '2028-12-01T00:00:00.000Z',
          );
          const chosen = 'at' in one ? standing.filter(({ cancelled }) => !cancelled)[one.at] : undefined;
          switch (one.kind) {
            case 'publish':
              if (chosen !== undefined)
                await tenant.calendar.publishAgenda(priya.actor, {
                  effectId: 'publication',
                  eventId: booked.eventId,
                  start: chosen.start,
                  html: `<p>${one.html.replaceAll('<', '&lt;')}</p>`,
                  document: document(one.name, one.html),
                });
              break;
            case 'move':
              if (chosen !== undefined)
                await tenant.calendar
                  .moveOccurrence(
                    priya.actor,
                    booked.eventId,
                    chosen.originalDate,
                    chosen.start,
                    addMinutes(chosen.start, one.minutes),
                    addMinutes(chosen.end, one.minutes),
                  )
                  .catch((cause: unknown) => {
                    expect(cause).toMatchObject({ code: 'outlook-refused' });
                  });
              break;
            case 'skip':
              if (chosen !== undefined && standing.length > 1)
                await tenant.calendar.cancelOccurrence(priya.actor, booked.eventId, chosen.start, 'Not this time');
              break;
            case 'rule':
              plan = one.plan;
              await tenant.calendar.changeSeries(priya.actor, booked.eventId, plan);
              break;
            case 'extend':
              plan = { ...plan, untilDate: addDays(plan.untilDate, one.days) };
              await tenant.calendar.changeSeries(priya.actor, booked.eventId, plan);
              break;
          }
        }
        await expectUntouched(subject, first);
        expect(occurrencesOf(plan).length).toBeGreaterThan(0);
      }),
      { numRuns: runs, seed, verbose: 0 },
    );
  });

  it('[C2] [OD3a-12] keeps every byte in an event of its own as well', async () => {
    await fc.assert(
      fc.asyncProperty(
        words,
        fc.array(fc.oneof(words, fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 5 }),
        async (note, edits) => {
          const { effectId, attendee } = invitationFor(kwame);
          const subject = `Follow-up ${effectId.slice(-6)}`;
          const span = { start: '2026-12-03T10:00:00.000Z', end: '2026-12-03T10:30:00.000Z' };
          const wanted = { effectId: `f${effectId.slice(1)}`, subject, note, ...span, zone: 'Europe/London', attendee };
          const { eventId, joinUrl } = await tenant.calendar.createEvent(priya.actor, {
            ...wanted,
            others: [],
            isPrivate: false,
            categories: [],
          });
          const [before] = await occurrencesIn(priya, subject);
          const first = { block: joinBlockOf(before?.body.content ?? ''), joinUrl };
          expect(first.block).toContain('meet_invite_block');
          for (const one of edits) {
            if (typeof one === 'number')
              await tenant.calendar.moveEvent(
                priya.actor,
                eventId,
                addMinutes(span.start, one * 60),
                addMinutes(span.end, one * 60),
              );
            else
              await tenant.calendar.publishAgenda(priya.actor, {
                effectId: 'publication',
                eventId,
                start: null,
                html: `<p>${one.replaceAll('<', '&lt;')}</p>`,
                document: document('Agenda.pdf', one),
              });
          }
          await expectUntouched(subject, first);
        },
      ),
      { numRuns: 4 },
    );
  });
});
