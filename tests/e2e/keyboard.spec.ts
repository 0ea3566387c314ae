import type { FrameLocator, Locator, Page } from '@playwright/test';
import { duologueIn, expect, stageOfFile, test } from './duologue.ts';
import { oneToOneOf } from './one-to-one.ts';

const stage = stageOfFile();

/** Where the keyboard is inside a frame: `body` when nowhere. */
function focused(frame: FrameLocator): Promise<string> {
  return frame.locator('html').evaluate(() => document.activeElement?.tagName.toLowerCase() ?? 'body');
}

/** Fails when what had the focus went away and nothing took it over. */
async function expectFocusKept(frame: FrameLocator): Promise<void> {
  await expect.poll(() => focused(frame)).not.toBe('body');
}

/** Whether somebody who looks can tell that an element has the focus: a ring or a line on it, around it, or on what it labels. */
function showsFocus(element: Locator): Promise<boolean> {
  return element.evaluate((one) => {
    const around = [one, one.nextElementSibling, one.parentElement, one.parentElement?.parentElement];
    return around.some(
      (place) =>
        place != null &&
        [null, '::before', '::after'].some((part) => {
          const style = getComputedStyle(place, part);
          const hasLine = part !== null && style.content !== 'none' && parseFloat(style.borderBottomWidth) >= 2;
          return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || hasLine;
        }),
    );
  });
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, element: Locator, key = 'Tab'): Promise<void> {
  await expect(element).toBeVisible();
  for (let presses = 0; presses < 90; presses += 1) {
    if (await element.evaluate((one) => one === document.activeElement && document.hasFocus())) {
      await expect(element).toBeInViewport();
      expect(await showsFocus(element), `focus seen on ${String(element)}`).toBe(true);
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never comes to ${String(element)}`);
}

test('[C3] [OUT-4] a meeting is started, written up and closed by keyboard alone', async () => {
  test.setTimeout(90_000);
  const pair = await oneToOneOf(stage(), 'priya', 'tomasz');
  const place = `/meeting/${encodeURIComponent(pair.eventId['priya'] ?? '')}`;
  const page = await stage().open('priya', place, { settings: { isSidePanelOpen: true } });
  const panel = duologueIn(page, 'side panel');
  await tabTo(page, panel.getByRole('button', { name: /^Start/ }));
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('tabpanel', { name: 'Last time' })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Start/ })).toHaveCount(0);
  await expectFocusKept(panel);

  await tabTo(page, panel.getByRole('tab', { name: 'Last time' }), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const box = panel.getByRole('textbox', { name: /^Type a point or an action/ });
  await tabTo(page, box);
  await page.keyboard.type('Tomasz to ring the contractor by Friday');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Ring the contractor')).toBeVisible();
  await expect(box).toBeFocused();
  await page.keyboard.type('The handover went well');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('The handover went well')).toBeVisible();
  await expect(box).toBeFocused();

  await tabTo(page, panel.getByRole('tab', { name: 'Record' }), 'Shift+Tab');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await tabTo(page, panel.getByRole('checkbox', { name: 'We talked about it: Wellbeing' }));
  await page.keyboard.press('Space');
  await expect(panel.getByRole('checkbox', { name: 'We talked about it: Wellbeing' })).toBeChecked();
  await expect(panel.getByRole('checkbox', { name: 'We talked about it: Wellbeing' })).toBeFocused();
  await tabTo(page, panel.getByRole('button', { name: 'Close and send summary' }));
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Summary sent to Tomasz')).toBeVisible({ timeout: 30_000 });
  await expectFocusKept(panel);
  expect(stage().ledger('mail-received', 'tomasz')).toHaveLength(1);
});

test('[C2] one-to-ones are booked, and one is moved, by keyboard alone, and a closed dialog gives the focus back', async () => {
  test.setTimeout(90_000);
  const page = await stage().open('priya', '/duologue/home/people');
  const tab = duologueIn(page, 'personal tab');
  await tabTo(page, tab.getByRole('button', { name: /Schedule one-to-ones with Yusuf/ }).first());
  await page.keyboard.press('Enter');
  await tab.getByRole('radio').first().waitFor();
  await tabTo(page, tab.getByRole('radio', { checked: true, name: /free/ }));
  await page.keyboard.press('ArrowDown');
  await expect(tab.getByRole('radio', { name: /free/ }).nth(1)).toBeChecked();
  await tabTo(page, tab.getByRole('button', { name: 'Check and book' }));
  await page.keyboard.press('Enter');
  await expect(tab.getByText(/Yusuf gets one invitation/)).toBeVisible();
  await expectFocusKept(tab);
  await tabTo(page, tab.getByRole('button', { name: /^Book \d+ meetings/ }));
  await page.keyboard.press('Enter');
  await expect(tab.getByRole('button', { name: 'Prepare the first' })).toBeVisible({ timeout: 30_000 });
  await expectFocusKept(tab);
  expect(stage().ledger('invitation', 'yusuf')).toHaveLength(1);
  await tabTo(page, tab.getByRole('button', { name: 'Prepare the first' }));
  await page.keyboard.press('Enter');
  const change = tab.getByRole('button', { name: 'Move or cancel' });
  await tabTo(page, change);
  await page.keyboard.press('Enter');
  await expect(tab.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tab.getByRole('dialog')).toHaveCount(0);
  await expect(change).toBeFocused();
  await page.keyboard.press('Enter');
  const reason = tab.getByRole('textbox', { name: 'Reason' });
  await tabTo(page, tab.getByRole('radio', { name: / to / }).first());
  await page.keyboard.press('Space');
  await tabTo(page, reason);
  await page.keyboard.type('Area briefing that day');
  await tabTo(page, tab.getByRole('button', { name: /^Move to/ }));
  await page.keyboard.press('Enter');
  await expect(tab.getByText(/Moved from/).first()).toBeVisible();
  await expect(tab.getByRole('dialog')).toHaveCount(0);
  await expect(change).toBeFocused();
});
