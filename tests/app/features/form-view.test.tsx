import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { FormResponse } from '#contract/form.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { forgetDrafts } from '../../../src/app/api/kept-drafts.ts';
import { MeetingPanel } from '../../../src/app/surfaces/MeetingPanel.tsx';
import { giving, type Answering } from '../support/answering.ts';
import { formView } from '../support/form-view.ts';
import { meetingPlace, meetingServer, meetingView, point } from '../support/meeting-view.ts';
import { show } from '../support/show.tsx';
import { idOf, tomasz } from '../support/views.ts';

// Parts of the surface come when they are first shown, and on a busy machine that takes a while.
configure({ asyncUtilTimeout: 10_000 });
afterEach(forgetDrafts);

function showForm(form: FormResponse, view: MeetingResponse): Answering {
  const server = meetingServer(view);
  server.answers.form = () => giving(form);
  server.answers.fillField = () => giving({ seq: 2 });
  server.answers.sayNotApplicable = () => giving({ seq: 2 });
  server.answers.shareRecord = () => giving({ seq: 2 });
  server.answers.confirmRecord = () => giving({ seq: 2 });
  show(<MeetingPanel place={meetingPlace} />, server);
  return server;
}

async function unfold(title: string): Promise<void> {
  await userEvent.click(await screen.findByRole('tab', { name: 'Record' }));
  await userEvent.click(await screen.findByRole('button', { name: title }));
}

test('[ESS-2] the three stages are to be seen as such, and what was said stands under its heading', async () => {
  const said = point({ text: 'The rota is ready', itemId: null, sectionId: 'solutions' });
  showForm(formView('ess'), meetingView({ points: [said] }));
  await unfold('One-to-one framework');
  for (const stage of ['Preparation', 'Conversation', 'Agreement'])
    expect(await screen.findByRole('region', { name: stage })).toBeDefined();
  const conversation = screen.getByRole('region', { name: 'Conversation' });
  const heading = within(conversation).getByRole('region', { name: 'Ways forward' });
  expect(within(heading).getByText('The rota is ready')).toBeDefined();
});

test('[FORM-4] [FORM-5] days are typed where the form asks for them, in halves at most', async () => {
  const server = showForm(formView('form'), meetingView());
  await unfold('One-to-one meeting notes');
  const leave = await screen.findByRole('textbox', { name: 'Annual leave remaining' });
  await userEvent.type(leave, '12.3{Enter}');
  expect(await screen.findByText('Type a number of days, in halves at most.')).toBeDefined();
  expect(server.callsOf('fillField')).toEqual([]);
  await userEvent.clear(leave);
  await userEvent.type(leave, '12,5{Enter}');
  await waitFor(() => {
    expect(server.callsOf('fillField')[0]?.body).toEqual({ fieldId: 'leave', value: { kind: 'days', days: 12.5 } });
  });
});

test('[FORM-6] a heading is said not to apply by one press, before closing too, and closing is never kept from anybody', async () => {
  const server = showForm(formView('form'), meetingView());
  await userEvent.click(await screen.findByRole('tab', { name: 'Close' }));
  const name = 'Say that “5. Concurrent responsibilities” does not apply';
  await userEvent.click(await screen.findByRole('button', { name }));
  await waitFor(() => {
    expect(server.callsOf('sayNotApplicable')[0]?.body).toEqual({ sectionId: 'responsibilities', notApplicable: true });
  });
  expect(screen.getByRole('button', { name: /^Close/ })).toHaveProperty('disabled', false);
});

test('[FORM-6] a point goes under the heading that was chosen', async () => {
  const server = showForm(formView('form'), meetingView());
  await userEvent.click(await screen.findByRole('tab', { name: 'Record' }));
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Heading' }), '3. Concerns');
  await userEvent.type(screen.getByRole('textbox', { name: /Type a point or an action/ }), 'Damp in flat 4');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => {
    expect(server.callsOf('addPoint')[0]?.body).toMatchObject({ text: 'Damp in flat 4', sectionId: 'concerns' });
  });
});

test('[ESS-7] the manager sees who has written the record up, and confirms it', async () => {
  const closed = meetingView({}, { state: 'closed', closedAt: '2026-11-26T10:40:00.000Z' });
  const writing: FormResponse['writing'] = {
    ...formView('ess').writing,
    ...{ state: 'shared', writes: 'employee', confirms: 'supervisor', clause: 'ESS-7' },
    ...{ mayWrite: false, mayConfirm: true, shared: { by: tomasz.id, at: '2026-11-26T11:00:00.000Z' } },
  };
  const server = showForm(formView('ess', { writing }), closed);
  await userEvent.click(await screen.findByRole('tab', { name: 'Record' }));
  expect(await screen.findByText(/Tomasz has written it up/)).toBeDefined();
  expect(screen.queryByRole('textbox', { name: /Type a point or an action/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
  await waitFor(() => {
    expect(server.callsOf('confirmRecord')[0]?.path).toContain(idOf(500));
  });
});
