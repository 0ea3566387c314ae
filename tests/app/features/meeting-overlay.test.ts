import { describe, expect, test } from 'vitest';
import { withWrites, type Write } from '../../../src/app/features/meeting/meeting-overlay.ts';
import { meetingView, point } from '../support/meeting-view.ts';
import { idOf, now, priya } from '../support/views.ts';

function write(name: Write['name'], request: unknown, params: Write['params'] = {}): Write {
  return { id: idOf(990), name, params, request };
}

const newPoint = { id: idOf(991), text: 'Gas checks', itemId: null, topicId: null, mark: null };

describe('a meeting with writes on their way', () => {
  test('shows a new point once, also when the server has it already', () => {
    const added = write('addPoint', newPoint);
    const seen = withWrites(meetingView(), [added], now);
    expect(seen.points).toEqual([{ ...newPoint, sectionId: null, behaviourId: null, authorId: priya.id, at: now }]);
    expect(withWrites(seen, [added], now).points).toHaveLength(1);
  });

  test('takes writes in the order they were made', () => {
    const changed = write('changePoint', { mark: 'praise' }, { pointId: newPoint.id });
    const seen = withWrites(meetingView(), [write('addPoint', newPoint), changed], now);
    expect(seen.points[0]).toMatchObject({ text: 'Gas checks', mark: 'praise' });
    expect(withWrites(seen, [write('removePoint', {}, { pointId: newPoint.id })], now).points).toEqual([]);
  });

  test('a left-out part of a change leaves what was there', () => {
    const seen = withWrites(
      meetingView({ points: [point({ mark: 'support' })] }),
      [write('changePoint', { text: 'Anew' }, { pointId: idOf(800) })],
      now,
    );
    expect(seen.points[0]).toMatchObject({ text: 'Anew', mark: 'support' });
  });

  test('changing the agenda before the meeting voids both agreements; talking about an item in it does not', () => {
    const agreed = { agreedBySupervisor: true, agreedByEmployee: true };
    const planned = meetingView({}, { state: 'planned', ...agreed });
    const minutes = write('changeItem', { minutes: 15 }, { itemId: idOf(602) });
    expect(withWrites(planned, [minutes], now).meeting).toMatchObject({
      agreedBySupervisor: false,
      agreedByEmployee: false,
    });
    const talked = write('changeItem', { state: 'discussed' }, { itemId: idOf(602) });
    expect(withWrites(meetingView({}, agreed), [talked], now).meeting).toMatchObject(agreed);
  });

  test('an action put off past today is late no more', () => {
    const put = write(
      'changeAction',
      { meetingId: null, step: { kind: 'new-date', dueOn: '2026-12-10' } },
      { actionId: idOf(701) },
    );
    const [first] = withWrites(meetingView(), [put], now).lastActions;
    expect(first).toMatchObject({ dueOn: '2026-12-10', late: false, state: 'open' });
    expect(first?.history.at(-1)?.change).toEqual({ kind: 'new-date', from: '2026-11-24', to: '2026-12-10' });
  });

  test('what this screen knows nothing of changes nothing', () => {
    const view = meetingView();
    expect(withWrites(view, [write('closeMeeting', { seq: 1 })], now)).toBe(view);
  });
});
