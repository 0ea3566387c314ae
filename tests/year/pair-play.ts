import type { FrameLocator, Page } from '@playwright/test';
import type { ResponseOf } from '#contract/api.ts';
import { personClient, type PersonClient } from '#tests/support/person-client.ts';
import { duologueIn, expect, type Raised } from '#tests/e2e/duologue.ts';

type Line = ResponseOf<'home'>['people'][number];
type Rules = ResponseOf<'pairPolicy'>['rules'];

/** A manager and a report at their screens, through whatever their policy asks of them. */
export interface PairPlay {
  readonly stage: Raised;
  readonly manager: PersonClient;
  readonly report: PersonClient;
  readonly hers: FrameLocator;
  readonly his: FrameLocator;
  /** Opens a place of Duologue's personal tab for one of them, as a link in Teams would. */
  go(who: 'manager' | 'report', place: string): Promise<FrameLocator>;
  /** What their policy asks of them. */
  rules(): Promise<Rules>;
  /** How the pair stands, as the manager's home has it. */
  line(): Promise<Line>;
  /** Lets time pass until then. */
  until(instant: string): void;
}

const minute = 60_000;

/** Seats Priya and Yusuf at their screens. */
export async function pairPlay(stage: Raised): Promise<PairPlay> {
  const keys = { manager: 'priya', report: 'yusuf' } as const;
  const pages: Record<keyof typeof keys, Page> = {
    manager: await stage.open(keys.manager, '/duologue'),
    report: await stage.open(keys.report, '/duologue'),
  };
  const manager = await personClient(stage.trial, stage.idOf(keys.manager));
  const report = await personClient(stage.trial, stage.idOf(keys.report));
  const frames = {
    manager: duologueIn(pages.manager, 'personal tab'),
    report: duologueIn(pages.report, 'personal tab'),
  };
  const line = async (): Promise<Line> => {
    const found = (await manager.call('home')).people.find(({ other }) => other.id === report.personId);
    if (found === undefined) throw new Error('They are no pair');
    return found;
  };
  return {
    stage,
    manager,
    report,
    hers: frames.manager,
    his: frames.report,
    go: async (who, place) => {
      const page = pages[who];
      await page.goto('about:blank');
      await page.goto(
        `${stage.trial.microsoft365.origin}/?person=${stage.idOf(keys[who])}#/duologue/home/${encodeURIComponent(place)}`,
      );
      return frames[who];
    },
    line,
    rules: async () => (await manager.call('pairPolicy', { params: { pairId: (await line()).pairId } })).rules,
    until: (instant) => {
      const minutes = Math.ceil((Date.parse(instant) - Date.parse(stage.now())) / minute);
      if (minutes > 0) stage.forward(minutes);
    },
  };
}

/** The manager lets Duologue find a time and books the series, with what it proposes. */
export async function schedule(play: PairPlay): Promise<void> {
  const { pairId } = await play.line();
  const tab = await play.go('manager', `people/${pairId}/schedule`);
  await tab.getByRole('radio').first().waitFor();
  await tab.getByRole('button', { name: 'Check and book' }).click();
  await tab.getByRole('button', { name: /^Book \d+ meetings?/ }).click();
  await expect(tab.getByText(/Duologue is in the meeting chat for you both/)).toBeVisible({ timeout: 30_000 });
}

/** The report jots and shares one thing, and both agree to the agenda. */
export async function prepare(play: PairPlay, meetingId: string, topic: string): Promise<void> {
  const his = await play.go('report', `meetings/${meetingId}`);
  await his.getByRole('textbox', { name: 'Add to your list' }).fill(topic);
  await his.getByRole('textbox', { name: 'Add to your list' }).press('Enter');
  await his.getByRole('button', { name: `Share “${topic}”` }).click();
  await his.getByRole('button', { name: 'Put on the agenda' }).click();
  await his.getByRole('button', { name: /^Agree/ }).click();
  const hers = await play.go('manager', `meetings/${meetingId}`);
  await hers.getByRole('button', { name: /^Agree/ }).click();
  await expect(hers.getByText(/attached to the meeting in Outlook/).first()).toBeVisible({ timeout: 30_000 });
}
