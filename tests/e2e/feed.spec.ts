import { duologueIn, expect, stageOfFile, test } from './duologue.ts';

const stage = stageOfFile();

test('a calendar link is made, followed, and stopped; and a clashing one-to-one is moved in one press', async () => {
  const page = await stage().open('priya', '/duologue');
  const home = duologueIn(page, 'personal tab');
  await home.getByRole('button', { name: 'Calendar link' }).click();
  await home.getByRole('button', { name: 'Make a link' }).click();
  const address = await home.getByRole('textbox', { name: 'Your link' }).inputValue();
  expect(await (await fetch(address)).text()).toContain('SUMMARY:One-to-one with Tomasz');
  await home.getByRole('button', { name: 'Stop the link' }).click();
  await expect(home.getByText('The link is stopped.')).toBeVisible();
  expect((await fetch(address)).status).toBe(404);
  await home.getByRole('button', { name: 'Done' }).click();

  const move = home.getByRole('button', { name: /^Move the one-to-one with Tomasz to / });
  await move.click();
  await expect(
    home.getByRole('status').filter({ hasText: /^Moved to .* Tomasz gets Outlook’s update\.$/ }),
  ).toBeVisible();
  await expect(move).toHaveCount(0);
});
