import { expect, test as base, type FrameLocator, type Page } from '@playwright/test';
import { pinoLog } from '#server/adapters/system/log.ts';
import { startTrial, type Trial } from '#server/dev/trial.ts';
import { loadOrganisation, personByKey } from '#server/dev/organisation/organisation.ts';
import { freePort } from '#tests/support/free-port.ts';

/** Begins on a Thursday morning, London time, and ticks from there. */
const begins = Date.parse('2026-11-26T09:40:00.000Z');

/** Duologue and the local Microsoft 365, as `npm start` gives them, for one test. */
export interface Stage {
  readonly trial: Trial;
  idOf(key: string): string;
  /** Lets time pass for the server and the local Microsoft 365. */
  forward(minutes: number): void;
  /** A browser window of that person, in the local Teams, at a place in it. */
  open(key: string, place: string): Promise<Page>;
  ledger(kind: string, key: string): ReturnType<Trial['microsoft365']['ledger']>;
}

export const test = base.extend<{ stage: Stage }>({
  stage: async ({ browser }, use) => {
    let offset = begins - Date.now();
    const logged: string[] = [];
    const trial = await startTrial({
      port: await freePort(),
      microsoft365Port: await freePort(),
      directory: null,
      fresh: true,
      now: () => Date.now() + offset,
      log: pinoLog({ level: 'warn', destination: { write: (line) => void logged.push(line) } }),
      validate: true,
    });
    const organisation = loadOrganisation();
    const idOf = (key: string): string => personByKey(organisation, key).id;
    const contexts: { close(): Promise<void> }[] = [];
    await use({
      trial,
      idOf,
      forward: (minutes) => {
        offset += minutes * 60_000;
        trial.duologue.wake();
      },
      open: async (key, place) => {
        const context = await browser.newContext({
          viewport: { width: 1280, height: 860 },
          locale: 'en-GB',
          timezoneId: 'Europe/London',
        });
        contexts.push(context);
        // Only this machine is talked to; teams-js asks for its list of domains at each start.
        await context.route(
          (url) => url.hostname !== 'localhost',
          (route) => route.abort(),
        );
        const page = await context.newPage();
        await page.goto(`${trial.microsoft365.origin}/?person=${idOf(key)}#${place}`);
        return page;
      },
      ledger: (kind, key) =>
        trial.microsoft365.ledger().filter((entry) => entry.kind === kind && entry.mailbox === idOf(key)),
    });
    await Promise.all(contexts.map((context) => context.close()));
    await trial.close();
    expect(logged.filter((line) => line.includes('bug'))).toEqual([]);
  },
});

/** Duologue's own page inside the local Teams or Outlook. */
export function duologueIn(
  page: Page,
  surface: 'personal tab' | 'side panel' | 'meeting chat tab' | 'Outlook pane',
): FrameLocator {
  return page.frameLocator(`iframe[title="Duologue, ${surface}"]`);
}

export { expect };
