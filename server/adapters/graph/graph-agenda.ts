import type { Zone } from '#core/time-types.ts';
import type { AgendaPublication, CalendarDocument } from '#server/ports/calendar.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Logger } from '#server/ports/system.ts';
import { agendaBlockIn, holdsAgenda, holdsLink, withAgenda } from './graph-body.ts';
import type { GraphCaller } from './graph-http.ts';
import { occurrenceAt } from './graph-occurrences.ts';
import { attachmentAnswer, attachmentContentAnswer, bodyAnswer, idAnswer } from './graph-schemas.ts';
import { escapeHtml } from './graph-text.ts';

/**
 * Puts an agenda into one occurrence. The document goes first, because Outlook mails nothing for it and hands it to the
 * attendee with the next update; then the body alone, which is that update. Whatever is there already is not sent again.
 */
export async function publishAgenda(
  caller: GraphCaller,
  fallback: Zone,
  publication: AgendaPublication,
  log: Logger,
): Promise<void> {
  const path = `/me/events/${encodeURIComponent(await eventIdOf(caller, fallback, publication))}`;
  const before = await caller.read(
    { method: 'GET', path: `${path}?$select=body,onlineMeeting,isCancelled` },
    bodyAnswer,
  );
  if (before.isCancelled === true) throw new Failure('outlook-missing', { outsideCode: 'no-such-event' });
  const isNewDocument = await putDocument(caller, path, publication.document, agendaBlockIn(before.body.content));
  if (!isNewDocument && holdsAgenda(before.body.content, publication.html)) return;
  await putBody(caller, path, before, publication, log);
}

/** The event the agenda belongs to: the occurrence that stands at the moment named or, no series being meant, the event itself. */
async function eventIdOf(caller: GraphCaller, fallback: Zone, publication: AgendaPublication): Promise<string> {
  if (publication.start === null) return publication.eventId;
  const occurrence = await occurrenceAt(caller, fallback, publication.eventId, publication.start);
  if (occurrence === null || occurrence.cancelled)
    throw new Failure('outlook-missing', { outsideCode: 'no-such-occurrence' });
  return occurrence.eventId;
}

/** Attaches the document and takes an earlier agenda away. False: it was attached already. */
async function putDocument(
  caller: GraphCaller,
  path: string,
  document: CalendarDocument,
  earlierBlock: string | null,
): Promise<boolean> {
  const contentBytes = Buffer.from(document.bytes).toString('base64');
  const attachments = await caller.readAll(`${path}/attachments?$select=id,name,size`, attachmentAnswer);
  // An earlier agenda is named in the block it came with.
  const ours = attachments.filter(
    (one) => one.name === document.name || (one.name && earlierBlock?.includes(escapeHtml(one.name))),
  );
  const same: string[] = [];
  for (const one of ours.filter(({ name }) => name === document.name)) {
    const { contentBytes: present } = await caller.read(
      { method: 'GET', path: `${path}/attachments/${encodeURIComponent(one.id)}` },
      attachmentContentAnswer,
    );
    if (present === contentBytes) same.push(one.id);
  }
  if (same.length === 0) {
    const file = {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: document.name,
      contentType: document.contentType,
      contentBytes,
    };
    await caller.write({ method: 'POST', path: `${path}/attachments`, body: file }, idAnswer);
  }
  for (const old of ours.filter(({ id }) => id !== same[0])) {
    await caller.writeOnly({ method: 'DELETE', path: `${path}/attachments/${encodeURIComponent(old.id)}` });
  }
  return same.length === 0;
}

async function putBody(
  caller: GraphCaller,
  path: string,
  before: {
    readonly body: { readonly content: string };
    readonly onlineMeeting?: { readonly joinUrl?: string | null | undefined } | null | undefined;
  },
  publication: AgendaPublication,
  log: Logger,
): Promise<void> {
  const joinUrl = before.onlineMeeting?.joinUrl ?? null;
  const content = withAgenda(before.body.content, publication.html, joinUrl);
  if (holdsLink(before.body.content, joinUrl) && !holdsLink(content, joinUrl)) {
    throw new Failure('outlook-refused', { outsideCode: 'join-block-would-be-lost' });
  }
  const after = await caller.write(
    { method: 'PATCH', path, body: { body: { contentType: 'HTML', content } } },
    bodyAnswer,
  );
  if (after.onlineMeeting?.joinUrl !== joinUrl && joinUrl !== null) {
    log.warn('join-link-changed', { effectId: publication.effectId });
  }
}
