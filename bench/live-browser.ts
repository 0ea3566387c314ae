import { chromium, type Browser, type Frame } from '@playwright/test';
import type { Origins, PersonClient } from '#tests/support/person-client.ts';
import playwright from '../playwright.config.ts';
import { startBareServer } from './bare-round-trip.ts';
import { byTurns, inTime, median, percentile, rowOf, type Row } from './measure.ts';
import { meetingWindow, panelButton } from './meeting-window.ts';
import { openMeeting, type OpenMeeting } from './open-meeting.ts';

const limit = 300;

/** The record in the side panel of somebody's own browser window. */
async function panelOf(browser: Browser, trial: Origins, person: PersonClient, open: OpenMeeting): Promise<Frame> {
  const page = await meetingWindow(browser, trial, person, open);
  await panelButton(page).click();
  const element = page.locator('iframe[title="Duologue, side panel"]');
  await element.contentFrame().getByRole('tab', { name: 'Record' }).click();
  const frame = page.frames().find((one) => one.url().startsWith(trial.origin));
  if (frame === undefined) throw new Error('The side panel did not open');
  return frame;
}

/** When this text is drawn in the page, by the clock all pages of this machine share. */
function drawnAt(frame: Frame, text: string): Promise<number> {
  return frame.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (!document.body.textContent.includes(wanted)) return;
          watch.disconnect();
          requestAnimationFrame(() => {
            resolve(performance.timeOrigin + performance.now());
          });
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
        look();
      }),
    text,
  );
}

/** When Enter goes down in the page. */
async function enterAt(frame: Frame, press: () => Promise<void>): Promise<number> {
  const pressed = frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const heard = (event: KeyboardEvent): void => {
          if (event.key !== 'Enter') return;
          document.removeEventListener('keydown', heard, true);
          resolve(performance.timeOrigin + performance.now());
        };
        document.addEventListener('keydown', heard, true);
      }),
  );
  // Answered only after the listener stands.
  await frame.evaluate(() => true);
  await press();
  return pressed;
}

/** From Enter in one person's panel until the words stand in the other's (C3). */
export async function benchLiveBrowser(trial: Origins): Promise<Row[]> {
  const open = await openMeeting(trial);
  const bare = await startBareServer();
  const browser = await chromium.launch(playwright.use?.launchOptions ?? {});
  try {
    const hers = await panelOf(browser, trial, open.manager, open);
    const his = await panelOf(browser, trial, open.report, open);
    const box = hers.getByRole('textbox', { name: /^Type a point or an action/ });
    let count = 0;
    const capture = async (): Promise<number> => {
      count += 1;
      const words = `figure ${String(count).padStart(3, '0')}`;
      const drawn = drawnAt(his, words);
      await box.fill(`Tomasz to send ${words} by Friday`);
      const pressed = await enterAt(hers, () => box.press('Enter'));
      return (await inTime(drawn, 'the words in the other panel')) - pressed;
    };
    const { ours, baseline } = await byTurns(capture, () => bare.post(), { rounds: 20, warmUp: 5 });
    const row = (name: string, share: number): Row =>
      rowOf(
        `live between two side panels: ${name} (ms)`,
        { ours: percentile(ours, share), baseline: median(baseline) },
        `under ${limit} ms`,
        (ms) => ms < limit,
      );
    return [row('median', 0.5), row('p95', 0.95)];
  } finally {
    await browser.close();
    await bare.close();
  }
}
