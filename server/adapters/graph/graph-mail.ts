import type { Mail } from '#server/ports/mail.ts';
import type { GraphHttp } from './graph-http.ts';
import { effectMark } from './graph-marks.ts';
import { oneLine } from './graph-text.ts';

const sending = ['Mail.Send'];

/** Mail from the actor's own mailbox: one submission, kept in their Sent Items. */
export function graphMail(http: GraphHttp): Mail {
  return {
    async send(actor, mail) {
      const message = {
        subject: oneLine(mail.subject),
        body: { contentType: 'HTML', content: mail.html },
        toRecipients: [{ emailAddress: { name: oneLine(mail.to.name), address: mail.to.mail } }],
        singleValueExtendedProperties: [effectMark(mail.effectId)],
      };
      await http(actor, sending).writeOnly({
        method: 'POST',
        path: '/me/sendMail',
        body: { message, saveToSentItems: true },
      });
    },
  };
}
