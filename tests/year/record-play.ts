import type { FrameLocator } from '@playwright/test';
import { ruleOf } from '#core/policy/rule-of.ts';
import { expect } from '#tests/e2e/duologue.ts';
import type { PairPlay } from './pair-play.ts';

/** The two agree how they meet, where their policy asks for it: filled in by the manager, signed by both. */
export async function agree(play: PairPlay): Promise<void> {
  if (ruleOf(await play.rules(), 'agreement') === null) return;
  const { pairId } = await play.line();
  const hers = await play.go('manager', `people/${pairId}/agreement`);
  await hers.getByRole('button', { name: 'Fill it in together' }).click();
  const sign = hers.getByRole('button', { name: 'Sign as Priya' });
  await sign.waitFor();
  const answers = [
    ['textbox', 'Where', 'Room 7'],
    ['spinbutton', /organise a meeting ahead/, '2'],
    ['spinbutton', /We plan to meet every/, '4'],
  ] as const;
  for (const [role, name, text] of answers) {
    const field = hers.getByRole(role, { name });
    if ((await field.count()) > 0) await field.fill(text);
  }
  for (const name of ['in the meeting', 'the manager', 'everything that matters', 'yes, by both']) {
    const choice = hers.getByRole('radio', { name, exact: true });
    if ((await choice.count()) > 0) await choice.check();
  }
  await expect(hers.getByText(/Still to settle/)).toBeHidden();
  await sign.click();
  const his = await play.go('report', `people/${pairId}/agreement`);
  await his.getByRole('button', { name: 'Sign as Yusuf' }).click();
  await expect(his.getByText(/Signed by both of you on/).first()).toBeVisible();
}

/** The form's own lines are filled in, and headings with nothing under them are said not to apply where the form wants it said. */
async function fillForm(play: PairPlay, hers: FrameLocator, meetingId: string): Promise<void> {
  const { form, fields } = await play.manager.call('form', { params: { meetingId } });
  if (form === null) return;
  const days = { 'leave-remaining': '12', 'absence-since': '0' } as const;
  for (const { id, source, mayFill } of fields) {
    if (!mayFill || (source !== 'leave-remaining' && source !== 'absence-since')) continue;
    const label = [...form.head, ...form.foot].find((field) => field.id === id)?.label ?? '';
    const field = hers.getByRole('textbox', { name: label });
    await field.fill(days[source]);
    await field.press('Enter');
  }
  for (const button of await hers.getByRole('button', { name: /^Say that “.*” does not apply/ }).all()) {
    if (await button.isVisible()) await button.click();
  }
}

/** Both meet: an action and a point each way, what was talked about is ticked, and the manager closes. */
export async function meet(play: PairPlay, meetingId: string, number: number): Promise<void> {
  const hers = await play.go('manager', `meetings/${meetingId}`);
  await hers.getByRole('button', { name: /^Start/ }).click();
  const box = hers.getByRole('textbox', { name: /^Type a point or an action/ });
  await box.fill(`Yusuf to write up visit ${number} in two weeks`);
  await box.press('Enter');
  const his = await play.go('report', `meetings/${meetingId}`);
  const hisBox = his.getByRole('textbox', { name: /^Type a point or an action/ });
  await hisBox.fill(`Visit ${number} went well`);
  await hisBox.press('Control+Enter');
  await expect(hers.getByText(`Visit ${number} went well`).first()).toBeVisible();
  await fillForm(play, hers, meetingId);
  for (const tick of await hers.getByRole('checkbox', { name: /^We talked about it/ }).all()) await tick.check();
  await hers.getByRole('button', { name: /^Close (and send summary|the meeting)/ }).click();
  await expect(hers.getByText('Only the two of you').first()).toBeVisible({ timeout: 20_000 });
}

/** Whoever the policy names writes it up and hands it over, and the other confirms (ESS-7). */
export async function writeUp(play: PairPlay, meetingId: string): Promise<void> {
  const writer = ruleOf(await play.rules(), 'writer');
  if (writer?.writes !== 'employee' || writer.confirms !== 'supervisor') return;
  const his = await play.go('report', `meetings/${meetingId}`);
  await his.getByRole('button', { name: 'Hand over to Priya' }).click();
  const hers = await play.go('manager', `meetings/${meetingId}`);
  await hers.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(hers.getByText(/Written up and confirmed/)).toBeVisible();
}

/** Each signs who is asked to; the report once with a view of his own. */
export async function sign(play: PairPlay, meetingId: string, number: number): Promise<void> {
  const rule = ruleOf(await play.rules(), 'sign-off');
  if (rule === null) return;
  for (const who of ['manager', 'report'] as const) {
    const tab = await play.go(who, `meetings/${meetingId}`);
    const differs = who === 'report' && number === 2;
    await tab.getByRole('radio', { name: differs ? /I see something differently/ : /It says what we said/ }).check();
    if (differs) await tab.getByRole('textbox', { name: 'In your own words' }).fill('Two visits, not one.');
    await tab.getByRole('button', { name: differs ? 'Sign with my view' : 'Sign', exact: true }).click();
    await expect(tab.getByText(differs ? 'Signed with a view' : 'Signed').first()).toBeVisible();
  }
  const { intact, sealed } = await play.report.call('checkRecord', { params: { meetingId } });
  expect({ intact, sealed }).toEqual({ intact: true, sealed: true });
}
