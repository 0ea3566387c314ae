import { chromium, type Frame, type Page } from '@playwright/test';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Origins } from '#tests/support/person-client.ts';
import playwright from '../playwright.config.ts';
import { byTurns, inTime, median, rowOf, type Row } from './measure.ts';
import { meetingWindow, panelButton } from './meeting-window.ts';
import { openMeeting } from './open-meeting.ts';

const limit = 1.5;
interface Watched {
  usableAt?: number;
}

/**
 * Runs in every page before its own code. A panel is usable once the agenda is drawn and what is said can be typed; noted is
 * when that picture was painted, in milliseconds since the page was asked for.
 */
function watch(): void {
  if (window.parent === window) return;
  const watched = window as Watched;
  const look = (): void => {
    const box = document.querySelector('footer textarea:not([disabled])');
    if (box === null || document.querySelector('main ol > li h2') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        watched.usableAt = performance.now();
      };
      painted.port2.postMessage(null);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true });
}

/** Milliseconds from asking for the frame's page until it can be used. */
async function usableAfter(page: Page, isIt: (address: string) => boolean): Promise<{ frame: Frame; ms: number }> {
  const find = async (): Promise<{ frame: Frame; ms: number }> => {
    const frame = page.frames().find((one) => isIt(one.url())) ?? (await page.waitForEvent('framenavigated'));
    if (!isIt(frame.url())) return find();
    const handle = await frame.waitForFunction(() => (window as Watched).usableAt);
    return { frame, ms: Number(await handle.jsonValue()) };
  };
  return inTime(find(), 'the panel, ready to be used');
}

/** Serves what a panel came to as a page without a script: the same elements, the same rules of style. */
async function serveStill(frame: Frame): Promise<{ address: string; close: () => Promise<unknown> }> {
  const { html, css } = await frame.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement;
    for (const one of root.querySelectorAll('script, style, link')) one.remove();
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    return { html: root.outerHTML, css: rules.join('\n') };
  });
  const linked = html.replace('</head>', '<link rel="stylesheet" href="/still.css"></head>');
  const workerData = { html: `<!doctype html>${linked}`, css };
  const worker = new Worker(new URL('./still-server.ts', import.meta.url), { workerData });
  const [port] = (await once(worker, 'message')) as [number];
  return { address: `http://localhost:${port}/still.html`, close: () => worker.terminate() };
}

/** A window in which the panel, and the page it is held against, open by turns. */
async function openWindow(page: Page, trial: Origins) {
  const panel = async (): Promise<{ frame: Frame; ms: number }> => {
    await panelButton(page).click();
    return usableAfter(page, (address) => address.startsWith(`${trial.origin}/tab.html`));
  };
  const closePanel = async (): Promise<void> => {
    await panelButton(page).click();
    await page.locator('iframe[title="Duologue, side panel"]').waitFor({ state: 'detached' });
  };
  const first = await panel();
  const still = await serveStill(first.frame);
  await closePanel();
  return {
    panel: async (): Promise<number> => {
      const { ms } = await panel();
      await closePanel();
      return ms;
    },
    still: async (): Promise<number> => {
      await page.evaluate((address) => {
        const frame = document.createElement('iframe');
        frame.id = 'still';
        frame.style.cssText = 'position: fixed; inset: 60px 0 0 auto; width: 280px; height: 760px';
        frame.src = address;
        document.body.append(frame);
      }, still.address);
      const { ms } = await usableAfter(page, (address) => address === still.address);
      await page.evaluate(() => {
        document.getElementById('still')?.remove();
      });
      return ms;
    },
    close: () => still.close(),
  };
}

/** The side panel of an open meeting, until it can be used; against a page of the same elements and styles, sent the same way. */
export async function benchPanelOpen(trial: Origins): Promise<Row[]> {
  const open = await openMeeting(trial);
  const browser = await chromium.launch(playwright.use?.launchOptions ?? {});
  try {
    const page = await meetingWindow(browser, trial, open.manager, open);
    await page.context().addInitScript(watch);
    const devtools = await page.context().newCDPSession(page);
    await page.reload();
    const { panel, still, close } = await openWindow(page, trial);
    const afresh = (work: () => Promise<number>) => async (): Promise<number> => {
      await devtools.send('Network.clearBrowserCache');
      return work();
    };
    const first = await byTurns(afresh(panel), afresh(still), { rounds: 15, warmUp: 2 });
    const again = await byTurns(panel, still, { rounds: 15, warmUp: 4 });
    await close();
    const row = (name: string, times: typeof first): Row =>
      rowOf(
        `open: side panel until usable, ${name} (ms)`,
        { ours: median(times.ours), baseline: median(times.baseline) },
        `ratio at most ${limit}`,
        (_, ratio) => ratio <= limit,
      );
    return [row('for the first time', first), row('again', again)];
  } finally {
    await browser.close();
  }
}
