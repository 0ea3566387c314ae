import { wholeItem } from '../calendar/event.ts';
import { changeKey } from '../calendar/event-view.ts';
import { immutableId } from '../calendar/item-id.ts';
import { stableGuid } from '../tenant/identifiers.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import { todoStore } from '../todo/todo-store.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Deliveries } from './deliveries.ts';
import type { WatchedChange } from './parcel.ts';

type ChangeType = WatchedChange['changeType'];

/** Passes on what happens in calendars and mailboxes to whoever subscribed to it. */
export function watchChanges(tenant: Tenant, deliveries: Deliveries): void {
  let count = 0;
  const changed = (change: WatchedChange): void => {
    count += 1;
    // Every copy of one notification speaks of the same version.
    const etag = `W/"${stableGuid(change.itemId, String(tenant.now()), String(count))}"`;
    deliveries.changed({ etag, ...change }, (subscription) =>
      subscription.immutableIds === true ? immutableId(change.itemId) : change.itemId,
    );
  };
  tenant.onCalendarChange(({ mailbox, eventId, changeType }) => {
    const event = tenant.events.get(eventId);
    const version = event === undefined ? {} : { etag: `W/"${changeKey(wholeItem(event))}"` };
    changed({ kind: 'events', mailbox, itemId: eventId, changeType, ...version });
  });
  todoStore(tenant).tasks.watch((before, after) => {
    const task = after ?? before;
    if (task !== undefined) {
      const changeType = before === undefined ? 'created' : after === undefined ? 'deleted' : 'updated';
      changed({ kind: 'tasks', mailbox: task.mailbox, itemId: task.id, changeType, within: [task.listId] });
    }
  });
  tenant.messages.watch((before, after) => {
    for (const change of messageChanges(before, after)) {
      changed(change);
    }
  });
}

/** A message that moves is changed in its mailbox, goes from one folder and comes into another. */
function messageChanges(before: StoredMessage | undefined, after: StoredMessage | undefined): WatchedChange[] {
  const message = after ?? before;
  if (message === undefined) {
    return [];
  }
  const change = (changeType: ChangeType, more: Partial<WatchedChange>): WatchedChange => ({
    kind: 'messages',
    mailbox: message.mailbox,
    itemId: message.id,
    changeType,
    ...more,
  });
  if (before !== undefined && after !== undefined && before.folder !== after.folder) {
    return [
      change('updated', {}),
      change('deleted', { within: [before.folder], isOnlyWithin: true }),
      change('created', { within: [after.folder], isOnlyWithin: true }),
    ];
  }
  const changeType = before === undefined ? 'created' : after === undefined ? 'deleted' : 'updated';
  return [change(changeType, { within: [message.folder] })];
}
