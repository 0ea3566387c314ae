import { useMemo } from 'react';
import type { RequestOf, RouteName } from '#contract/api.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { CallOptions } from '../../api/call-api.ts';
import { useSend } from '../../api/use-send.ts';

/** Where in the record a line belongs: an agenda item, a topic of the policy, or neither. */
export interface RecordPlace {
  readonly itemId: string | null;
  readonly topicId: string | null;
  /** The heading of the form chosen for points; left out or null: where the topic or the author puts them. */
  readonly sectionId?: string | null;
}

/** What is written down in a meeting. Each line shows at once and is sent in order. */
export interface RecordChanges {
  addPoint(text: string, place: RecordPlace, mark?: RequestOf<'addPoint'>['mark']): void;
  changePoint(pointId: string, change: RequestOf<'changePoint'>): void;
  removePoint(pointId: string): void;
  addAction(action: Omit<RequestOf<'addAction'>, 'id'>): void;
  /** Talked about, or to be talked about again. */
  settleItem(itemId: string, state: 'open' | 'discussed'): void;
  addReading(measureId: string, on: string, value: number): void;
}

/** What two people write in the record of a meeting. */
export function useRecord(view: Pick<MeetingResponse, 'meeting'>): RecordChanges {
  const meetingId = view.meeting.id;
  const send = useSend(meetingId, view.meeting.pairId);
  return useMemo(() => {
    // What the server says no to stays in the outbox, where the surface shows it.
    const go = <Name extends RouteName>(name: Name, id: string, options: CallOptions<Name>): void => {
      send(name, id, options).catch(() => undefined);
    };
    return {
      addPoint(text, place, mark = null) {
        const id = crypto.randomUUID();
        go('addPoint', id, { params: { meetingId }, request: { id, text, mark, ...place } });
      },
      changePoint(pointId, request) {
        go('changePoint', crypto.randomUUID(), { params: { pointId }, request });
      },
      removePoint(pointId) {
        go('removePoint', crypto.randomUUID(), { params: { pointId } });
      },
      addAction(action) {
        const id = crypto.randomUUID();
        go('addAction', id, { params: { meetingId }, request: { id, ...action } });
      },
      settleItem(itemId, state) {
        go('changeItem', crypto.randomUUID(), { params: { itemId }, request: { state } });
      },
      addReading(measureId, on, value) {
        go('addReading', crypto.randomUUID(), { params: { measureId }, request: { on, value } });
      },
    };
  }, [send, meetingId]);
}
