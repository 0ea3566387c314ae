import type { EventContent, EventItem, Response, StoredEvent } from './event.ts';
import { itemICalUId, itemId, occurrenceItem, wholeItem } from './event.ts';
import { invitedPeople } from './event-view.ts';
import { mailboxItemId } from '../tenant/identifiers.ts';
import type { LedgerKind } from '../local/ledger.ts';
import type { Actor } from '../mail/mailbox.ts';
import { keptBody } from '../mail/item-body.ts';
import { copyAttachments, putMessage } from '../mail/mailbox.ts';
import type { Tenant } from '../tenant/tenant.ts';

type MeetingMail = 'invitation' | 'update' | 'cancellation';

const NOT_ANSWERED: Response = { response: 'notResponded', time: '0001-01-01T00:00:00Z' };

/** What belongs to each person's own copy and never travels. */
const PERSONAL = [
  'categories',
  'showAs',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'response',
  'extendedProperties',
  'extensions',
] as const;

/** What a delivery is about: the organiser's event, which of its dates, and to whom it goes if not to everybody. */
export interface Delivery {
  event: StoredEvent;
  date: string | null;
  mail: MeetingMail;
  by: Actor;
  only?: readonly string[];
  /** Who was not invited before: theirs is an invitation, whatever the others get. */
  added?: readonly string[];
  /** Whether times moved, so that earlier answers no longer hold. */
  asksAgain?: boolean;
}

/** Brings an organiser's change to everybody invited: their own copy of the item, its attachments, and one mail each. */
export function deliver(tenant: Tenant, delivery: Delivery): void {
  const { event, date } = delivery;
  const item = date === null ? wholeItem(event) : (occurrenceItem(event, date) ?? wholeItem(event));
  for (const personId of invitedPeople(tenant, event, item.content.attendees)) {
    const isTold = delivery.only === undefined || delivery.only.includes(personId);
    const before = copyIn(tenant, event, personId);
    const copy = attendeeCopy(tenant, delivery, personId, before);
    tenant.events.put(copy.id, copy);
    noteReceived(tenant, delivery, copy);
    tenant.calendarChanged({
      mailbox: personId,
      eventId: date === null ? copy.id : itemId({ ...item, event: copy }),
      changeType: before === undefined ? 'created' : 'updated',
    });
    if (isTold) {
      const isNew = delivery.added?.includes(personId) === true;
      mail(tenant, isNew ? { ...delivery, mail: 'invitation' } : delivery, item, copy, personId);
    }
  }
}

function noteReceived(tenant: Tenant, { event, date, by }: Delivery, copy: StoredEvent): void {
  const dates = date === null ? [null, ...Object.keys(event.exceptions)] : [date];
  for (const one of dates) {
    for (const attachment of copyAttachments(
      tenant,
      { ownerId: event.id, date: one },
      { ownerId: copy.id, date: one },
    )) {
      tenant.ledger.note({
        kind: 'attachment-received',
        mailbox: copy.mailbox,
        by,
        subject: copy.subject,
        ...whichItem(copy, one),
        attachment: { name: attachment.name, size: attachment.size, contentType: attachment.contentType },
      });
    }
  }
}

/** The identity of an item as the ledger writes it. */
export function whichItem(
  event: StoredEvent,
  date: string | null,
): { eventId: string; iCalUId: string; seriesMasterId?: string; occurrenceDate?: string } {
  const item = { event, date, content: event };
  return {
    eventId: itemId(item),
    iCalUId: itemICalUId(item),
    ...(date === null ? {} : { seriesMasterId: event.id, occurrenceDate: date }),
  };
}

/** The copy of an organiser's event in somebody's mailbox. */
export function copyIn(tenant: Tenant, event: StoredEvent, personId: string): StoredEvent | undefined {
  return tenant.copyIn(personId, event);
}

function attendeeCopy(
  tenant: Tenant,
  delivery: Delivery,
  personId: string,
  before: StoredEvent | undefined,
): StoredEvent {
  const { event } = delivery;
  const keepsAnswer = before !== undefined && !(delivery.asksAgain === true && delivery.date === null);
  const personal = before ?? {
    categories: [],
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    extendedProperties: {},
  };
  return {
    ...event,
    categories: personal.categories,
    isReminderOn: personal.isReminderOn,
    reminderMinutesBeforeStart: personal.reminderMinutesBeforeStart,
    extendedProperties: personal.extendedProperties,
    extensions: before?.extensions ?? {},
    calendarId: before?.calendarId ?? null,
    showAs: keepsAnswer ? before.showAs : 'tentative',
    response: keepsAnswer ? before.response : NOT_ANSWERED,
    id: before?.id ?? mailboxItemId(personId, event.iCalUId),
    mailbox: personId,
    isOrganizer: false,
    transactionId: null,
    createdAt: before?.createdAt ?? tenant.now(),
    // A change to an occurrence brings it back to somebody who had declined it.
    cancelledDates: (before?.cancelledDates ?? []).filter((date) => date !== delivery.date),
    exceptions: attendeeExceptions(event, before, delivery),
  };
}

function attendeeExceptions(
  event: StoredEvent,
  before: StoredEvent | undefined,
  delivery: Delivery,
): StoredEvent['exceptions'] {
  const dates = new Set([...Object.keys(event.exceptions), ...event.cancelledDates]);
  return Object.fromEntries(
    [...dates].map((date) => {
      const own = before?.exceptions[date];
      const isAskedAgain = delivery.asksAgain === true && delivery.date === date;
      const shared = event.cancelledDates.includes(date)
        ? cancelledContent(own, event)
        : withoutPersonal(event.exceptions[date] ?? {});
      return [
        date,
        {
          ...onlyPersonal(own ?? {}),
          ...shared,
          ...(isAskedAgain ? { response: NOT_ANSWERED, showAs: 'tentative' as const } : {}),
        },
      ];
    }),
  );
}

function cancelledContent(own: Partial<EventContent> | undefined, event: StoredEvent): Partial<EventContent> {
  const subject = own?.subject ?? event.subject;
  return {
    ...own,
    isCancelled: true,
    showAs: 'free',
    subject: subject.startsWith('Canceled: ') ? subject : `Canceled: ${subject}`,
  };
}

function withoutPersonal(content: Partial<EventContent>): Partial<EventContent> {
  return Object.fromEntries(Object.entries(content).filter(([name]) => !PERSONAL.some((one) => one === name)));
}

function onlyPersonal(content: Partial<EventContent>): Partial<EventContent> {
  return Object.fromEntries(Object.entries(content).filter(([name]) => PERSONAL.some((one) => one === name)));
}

const MESSAGE_KINDS = {
  invitation: 'meetingRequest',
  update: 'meetingRequest',
  cancellation: 'meetingCancelled',
} as const;

function mail(tenant: Tenant, delivery: Delivery, item: EventItem, copy: StoredEvent, personId: string): void {
  const person = tenant.people.get(personId);
  const subject = delivery.mail === 'cancellation' ? `Canceled: ${item.content.subject}` : item.content.subject;
  const which = whichItem(copy, delivery.date);
  const message = putMessage(tenant, {
    mailbox: personId,
    folder: 'inbox',
    kind: MESSAGE_KINDS[delivery.mail],
    subject,
    body: { contentType: 'html', content: item.content.body },
    from: delivery.event.organizer,
    to: [{ name: person?.displayName ?? '', address: person?.mail ?? '' }],
    eventId: which.eventId,
  });
  copyAttachments(tenant, { ownerId: delivery.event.id, date: delivery.date }, { ownerId: message.id, date: null });
  tenant.ledger.note({
    kind: delivery.mail satisfies LedgerKind,
    mailbox: personId,
    by: delivery.by,
    subject,
    ...which,
    messageId: message.id,
  });
}

/** Tells people that an item is off, and shows it as cancelled in their calendars. */
export function cancelFor(tenant: Tenant, delivery: Omit<Delivery, 'mail'>, comment: string): void {
  const { event, date } = delivery;
  const item = date === null ? wholeItem(event) : { event, date, content: { ...event, ...event.exceptions[date] } };
  for (const personId of invitedPeople(tenant, event, item.content.attendees)) {
    const copy = copyIn(tenant, event, personId);
    if (copy === undefined || (delivery.only !== undefined && !delivery.only.includes(personId))) {
      continue;
    }
    const off = cancelledContent(date === null ? copy : copy.exceptions[date], copy);
    const changed = date === null ? { ...copy, ...off } : { ...copy, exceptions: { ...copy.exceptions, [date]: off } };
    tenant.events.put(copy.id, { ...changed, changeNumber: copy.changeNumber + 1, modifiedAt: tenant.now() });
    tenant.calendarChanged({ mailbox: personId, eventId: copy.id, changeType: 'updated' });
    const told = comment === '' ? item : { ...item, content: { ...item.content, body: keptBody('text', comment) } };
    mail(tenant, { ...delivery, mail: 'cancellation' }, told, copy, personId);
  }
}
