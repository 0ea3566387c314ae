import { useMemo } from 'react';
import type { RequestOf, RouteName } from '#contract/api.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { CallOptions } from '../../api/call-api.ts';
import { useSend } from '../../api/use-send.ts';

/** What somebody fills in for an agenda item. */
export type ItemWords = Omit<RequestOf<'addItem'>, 'id'>;

/** What can be done to an agenda and to one's own list. Each change shows at once and is sent in order. */
export interface AgendaChanges {
  addItem(words: ItemWords): void;
  changeItem(itemId: string, change: RequestOf<'changeItem'>): void;
  removeItem(itemId: string): void;
  /** Puts an item one place up or down. */
  moveItem(itemId: string, by: -1 | 1): void;
  /** Puts an item where another stands. */
  moveItemTo(itemId: string, overId: string): void;
  /** Each line becomes a jotting of its own. */
  jot(text: string, promptId?: string): void;
  /** To a meeting that is planned, or to a follow-up planned with it. Shown at once. */
  adjourn(itemId: string, to: RequestOf<'adjournItem'>['to']): void;
  changeJotting(jottingId: string, text: string): void;
  removeJotting(jottingId: string): void;
  shareJotting(jottingId: string, words: Pick<ItemWords, 'title' | 'minutes' | 'urgency'>): void;
}

/** The changes two people make to the agenda of a meeting. */
export function useAgenda(view: MeetingResponse): AgendaChanges {
  const meetingId = view.meeting.id;
  const send = useSend(meetingId, view.meeting.pairId);
  const order = view.items.map((item) => item.id).join(' ');

  return useMemo(() => {
    // What the server says no to stays in the outbox, where the surface shows it.
    const go = <Name extends RouteName>(name: Name, id: string, options: CallOptions<Name>): void => {
      send(name, id, options).catch(() => undefined);
    };
    const putInOrder = (itemIds: string[]): void => {
      go('orderItems', crypto.randomUUID(), { params: { meetingId }, request: { itemIds } });
    };
    return {
      addItem(words) {
        const id = crypto.randomUUID();
        go('addItem', id, { params: { meetingId }, request: { id, ...words } });
      },
      changeItem(itemId, request) {
        go('changeItem', crypto.randomUUID(), { params: { itemId }, request });
      },
      removeItem(itemId) {
        go('removeItem', crypto.randomUUID(), { params: { itemId } });
      },
      moveItem(itemId, by) {
        const ids = order.split(' ');
        const place = ids.indexOf(itemId) + by;
        if (place < 0 || place >= ids.length) return;
        putInOrder(moved(ids, itemId, place));
      },
      moveItemTo(itemId, overId) {
        const ids = order.split(' ');
        if (itemId !== overId) putInOrder(moved(ids, itemId, ids.indexOf(overId)));
      },
      adjourn(itemId, to) {
        go('adjournItem', crypto.randomUUID(), { params: { itemId }, request: { newItemId: crypto.randomUUID(), to } });
      },
      jot(text, promptId) {
        for (const line of linesOf(text)) {
          const id = crypto.randomUUID();
          go('addJotting', id, { params: { meetingId }, request: { id, text: line, promptId: promptId ?? null } });
        }
      },
      changeJotting(jottingId, text) {
        go('changeJotting', crypto.randomUUID(), { params: { jottingId }, request: { text } });
      },
      removeJotting(jottingId) {
        go('removeJotting', crypto.randomUUID(), { params: { jottingId } });
      },
      shareJotting(jottingId, words) {
        const itemId = crypto.randomUUID();
        go('shareJotting', crypto.randomUUID(), { params: { jottingId }, request: { itemId, ...words } });
      },
    };
  }, [send, meetingId, order]);
}

/** The lines of a pasted list, without its bullets and numbers. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '');
}

function moved(ids: readonly string[], id: string, place: number): string[] {
  const rest = ids.filter((one) => one !== id);
  return [...rest.slice(0, place), id, ...rest.slice(place)];
}
