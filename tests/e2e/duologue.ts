import { expect, test as base, type Browser, type FrameLocator, type Page } from '@playwright/test';
import { pinoLog } from '#server/adapters/system/log.ts';
import { startTrial, type Trial } from '#server/dev/trial.ts';
import { loadOrganisation, personByKey } from '#server/dev/organisation/organisation.ts';
import { freePort } from '#tests/support/free-port.ts';

/** Begins on a Thursday morning, London time, and ticks from there. */
const begins = Date.parse('2026-11-26T09:40:00.000Z');

/** How a window is opened: its size in CSS pixels, and settings of the local Teams. */
export interface WindowWish {
  readonly width?: number;
  readonly height?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Duologue and the local Microsoft 365, as `npm start` gives them. */
export interface Stage {
  readonly trial: Trial;
  idOf(key: string): string;
  now(): string;
  /** Lets time pass for the server and the local Microsoft 365. */
  forward(minutes: number): void;
  /** A browser window of that person, in the local Teams, at a place in it. */
  open(key: string, place: string, wish?: WindowWish): Promise<Page>;
  ledger(kind: string, key: string): ReturnType<Trial['microsoft365']['ledger']>;
}

export interface Raised extends Stage {
  /** Closes the windows. */
  clear(): Promise<void>;
  /** Ends it all. @throws what the server logged as a fault of its own */
  end(): Promise<void>;
}

/** Starts both, with the demo organisation's own policy or another file of policies/. The caller ends it. */
export async function raise(browser: Browser, policy?: string): Promise<Raised> {
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
    ...(policy === undefined ? {} : { policy }),
  });
  const organisation = loadOrganisation();
  const idOf = (key: string): string => personByKey(organisation, key).id;
  const contexts: { close(): Promise<void> }[] = [];
  const clear = async (): Promise<void> => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  };
  return {
    trial,
    idOf,
    now: () => new Date(Date.now() + offset).toISOString(),
    forward: (minutes) => {
      offset += minutes * 60_000;
      trial.duologue.wake();
    },
    open: async (key, place, { width = 1280, height = 860, settings } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      });
      contexts.push(context);
      if (settings !== undefined) {
        await context.addInitScript((chosen) => {
          localStorage.setItem('local-microsoft-365', chosen);
        }, JSON.stringify(settings));
      }
      const page = await context.newPage();
      await page.goto(`${trial.microsoft365.origin}/?person=${idOf(key)}#${place}`);
      return page;
    },
    ledger: (kind, key) =>
      trial.microsoft365.ledger().filter((entry) => entry.kind === kind && entry.mailbox === idOf(key)),
    clear,
    end: async () => {
      await clear();
      await trial.close();
      expect(logged.filter((line) => line.includes('bug'))).toEqual([]);
    },
  };
}

/** Each test with a stage of its own. */
export const test = base.extend<{ stage: Stage }>({
  stage: async ({ browser }, use) => {
    const raised = await raise(browser);
    await use(raised);
    await raised.end();
  },
});

/** One stage for all tests of a file, for tests that keep out of each other's way; windows are closed after each. */
export function stageOfFile(): () => Stage {
  let raised: Raised | undefined;
  base.beforeAll(async ({ browser }) => {
    raised = await raise(browser);
  });
  base.afterEach(() => raised?.clear());
  base.afterAll(() => raised?.end());
  return () => {
    if (raised === undefined) throw new Error('The stage is there inside a test only.');
    return raised;
  };
}

/** Duologue's own page inside the local Teams or Outlook. */
export function duologueIn(
  page: Page,
  surface: 'personal tab' | 'side panel' | 'meeting chat tab' | 'meeting details tab' | 'Outlook pane',
): FrameLocator {
  return page.frameLocator(`iframe[title="Duologue, ${surface}"]`);
}

export { expect };
