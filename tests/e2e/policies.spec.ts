import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { duologueIn, expect, test } from './duologue.ts';

const sixth = 'policies/sixth-social-work.json';
const { title, version } = JSON.parse(readFileSync(sixth, 'utf8')) as { title: string; version: string };

test('[CAREER-16] an administrator loads a sixth policy, sees what would change, brings it into force, and goes back', async ({
  stage,
}) => {
  const admin = await stage.open('nadia', '/duologue');
  const hers = duologueIn(admin, 'personal tab');
  await hers.getByRole('tab', { name: 'Policies' }).click();
  await expect(hers.getByText('In force since')).toBeVisible();
  const text = hers.getByRole('textbox', { name: 'Or paste its text' });
  await text.fill('{ "id": "half" }');
  await hers.getByRole('button', { name: 'Load it' }).click();
  await expect(hers.getByRole('alert')).toContainText('not a policy Duologue can follow yet');
  await expect(hers.getByText('is missing').first()).toBeVisible();

  await hers.locator('input[type=file]').setInputFiles(sixth);
  await hers.getByRole('button', { name: 'Load it' }).click();
  await expect(
    hers.getByRole('heading', { level: 1, name: `What changes with ${title}, version ${version}` }),
  ).toBeVisible();
  await expect(hers.getByRole('table', { name: 'For whom' })).toContainText('Every 2 weeks');
  await expect(hers.getByRole('table', { name: 'How things would stand today' })).toBeVisible();
  await hers.getByRole('button', { name: 'Bring into force today' }).click();
  await expect(hers.getByText(`${title}, version ${version} is in force.`)).toBeVisible();
  const { violations } = await new AxeBuilder({ page: admin }).include('iframe').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const manager = duologueIn(await stage.open('priya', '/duologue'), 'personal tab');
  await manager.getByRole('tab', { name: 'Your policy' }).click();
  await expect(manager.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(manager.getByRole('tab', { name: 'Policies' })).toHaveCount(0);

  await hers.getByRole('button', { name: 'Policies' }).click();
  await expect(hers.getByText(/Replaced/)).toBeVisible();
  await hers.getByRole('button', { name: /See what changes with One-to-ones/ }).click();
  await hers.getByRole('button', { name: 'Go back to it today' }).click();
  await expect(hers.getByText(/One-to-ones .* is in force\./)).toBeVisible();
  const again = duologueIn(await stage.open('priya', '/duologue'), 'personal tab');
  await again.getByRole('tab', { name: 'Your policy' }).click();
  await expect(again.getByRole('heading', { level: 1, name: /^One-to-ones/ })).toBeVisible();

  await hers.getByRole('button', { name: 'Policies' }).click();
  await hers.locator('input[type=file]').setInputFiles('policies/career.json');
  await hers.getByRole('button', { name: 'Load it' }).click();
  await expect(hers.getByText('Its review was due Thu 31 Aug 2023')).toBeVisible();
});
