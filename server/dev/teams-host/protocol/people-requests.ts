import { sdkErrorCode } from './envelope.ts';
import type { MailDraft } from './host-services.ts';
import { fields, statusOf, wordList, words } from './request-handler.ts';
import type { RequestHandler } from './request-handler.ts';

const cancelled = { errorCode: sdkErrorCode.userAbort, message: 'The person closed it' } as const;

/** People, chats, calendar and mail of the person, and their clipboard. */
export const peopleRequests: Record<string, RequestHandler> = {
  'people.selectPeople': async ([wish], host) => {
    const asked = fields(wish);
    const picked = await host.services.pickPeople({
      title: words(asked['title']) ?? 'Choose people',
      chosenIds: wordList(asked['setSelected']),
      singleSelect: asked['singleSelect'] === true,
    });
    return picked === undefined ? [cancelled] : [null, picked];
  },
  'chat.openChat': async ([wish], host) => {
    const { members, message } = fields(wish);
    return statusOf(
      await host.services.openChat(wordList(members), words(message) ?? ''),
      'Nobody here has this address, or you have no chat with them',
    );
  },
  'sharing.shareWebContent': async ([wish], host) => {
    const { content } = fields(wish);
    const links = (Array.isArray(content) ? (content as unknown[]) : []).map(fields).map((one) => ({
      url: words(one['url']) ?? '',
      message: words(one['message']) ?? '',
    }));
    return (await host.services.shareWeb(links)) ? [null] : [cancelled];
  },
  'calendar.composeMeeting': async ([draft], host) => {
    const asked = fields(draft);
    host.services.composeMeeting({
      attendees: wordList(asked['attendees']),
      startTime: words(asked['startTime']),
      endTime: words(asked['endTime']),
      subject: words(asked['subject']) ?? '',
      content: words(asked['content']) ?? '',
    });
    return [true];
  },
  'calendar.openCalendarItem': async ([wish], host) => {
    host.services.openEvent(words(fields(wish)['itemId']) ?? '');
    return [true];
  },
  'mail.composeMail': async ([draft], host) => {
    host.services.composeMail(mailDraft(fields(draft)));
    return [true];
  },
  'mail.openMailItem': async ([wish], host) => {
    host.services.openMail(words(fields(wish)['itemId']) ?? '');
    return [true];
  },
  'clipboard.writeToClipboard': async ([copied], host) => {
    const { mimeType, content } = fields(copied);
    await host.services.copy({ mimeType: words(mimeType) ?? 'text/plain', content: words(content) ?? '' });
    return [null];
  },
  'clipboard.readFromClipboard': async (_args, host) => [null, JSON.stringify(await host.services.paste())],
};

const kinds = ['new', 'reply', 'replyAll', 'forward'] as const;

function mailDraft(asked: Record<string, unknown>): MailDraft {
  return {
    kind: kinds.find((kind) => kind === asked['type']) ?? 'new',
    itemId: words(asked['itemid']) ?? words(asked['itemId']),
    to: wordList(asked['toRecipients']),
    cc: wordList(asked['ccRecipients']),
    subject: words(asked['subject']) ?? '',
    message: words(asked['message']) ?? '',
  };
}
