import type { GraphRequest, Json } from '../graph/request.ts';
import { preference } from '../graph/request.ts';
import { stableGuid } from '../tenant/identifiers.ts';
import { attachmentView } from '../calendar/attachment.ts';
import { bodyPreview, bodyText } from './item-body.ts';
import { graphInstant } from '../calendar/local-time.ts';
import type { StoredMessage } from '../tenant/stored.ts';

/** What Graph only sends of a message when `$expand` or `$select` asks for it. */
export const MESSAGE_EXPANDABLE = ['singleValueExtendedProperties', 'attachments', 'internetMessageHeaders'];

/** A message as Graph writes it. */
export function messageView(request: GraphRequest, message: StoredMessage): Json {
  const key = Buffer.from(stableGuid(message.id, String(message.changeNumber)).replaceAll('-', ''), 'hex').toString(
    'base64',
  );
  const at = graphInstant(message.createdAt);
  const attachments = request.tenant.attachmentsOf(message.id, null);
  const isText = preference(request, 'outlook.body-content-type') === 'text';
  const body =
    isText && message.body.contentType === 'html'
      ? { contentType: 'text', content: bodyText(message.body.content) }
      : message.body;
  return {
    ...(message.kind === 'message'
      ? {}
      : {
          '@odata.type':
            message.kind === 'meetingRequest'
              ? '#microsoft.graph.eventMessageRequest'
              : '#microsoft.graph.eventMessage',
        }),
    '@odata.etag': `W/"${key}"`,
    id: message.id,
    createdDateTime: at,
    lastModifiedDateTime: at,
    changeKey: key,
    categories: [],
    receivedDateTime: at,
    sentDateTime: at,
    hasAttachments: attachments.some((one) => !one.isInline),
    internetMessageId: message.internetMessageId,
    subject: message.subject,
    bodyPreview: bodyPreview(message.body.content),
    importance: message.importance,
    parentFolderId: message.folder,
    conversationId: message.conversationId,
    conversationIndex: Buffer.from(message.conversationId).toString('base64').slice(0, 30),
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    isRead: message.isRead,
    isDraft: message.isDraft,
    webLink: `${request.graphBase.replace(/\/v1\.0$/, '')}/#/mail?itemid=${encodeURIComponent(message.id)}`,
    inferenceClassification: 'focused',
    body,
    sender: { emailAddress: message.from },
    from: { emailAddress: message.from },
    toRecipients: message.to.map((emailAddress) => ({ emailAddress })),
    ccRecipients: message.cc.map((emailAddress) => ({ emailAddress })),
    bccRecipients: message.bcc.map((emailAddress) => ({ emailAddress })),
    replyTo: message.replyTo.map((emailAddress) => ({ emailAddress })),
    flag: { flagStatus: 'notFlagged' },
    ...(message.kind === 'message'
      ? {}
      : { meetingMessageType: message.kind, ...(message.eventId === null ? {} : { eventId: message.eventId }) }),
    internetMessageHeaders: message.headers,
    attachments: attachments.map(attachmentView),
    singleValueExtendedProperties: Object.entries(message.extendedProperties).map(([id, value]) => ({ id, value })),
  };
}
