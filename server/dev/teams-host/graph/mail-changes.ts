import type { Session } from '../control/session.ts';
import { askGraph } from './graph-client.ts';

/** A mail ready to go. The text is plain; what is quoted below it is HTML. */
export interface NewMail {
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly cc: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  readonly text: string;
  readonly quoted: string;
}

/** Marks a mail as read or not read. @throws LocalProblem */
export async function markRead(session: Session, id: string, isRead = true): Promise<void> {
  await askGraph(session, `me/messages/${encodeURIComponent(id)}`, { method: 'PATCH', body: { isRead } });
}

/** Deletes a mail as Outlook does: it goes to the deleted items. @throws LocalProblem */
export async function deleteMail(session: Session, id: string): Promise<void> {
  await askGraph(session, `me/messages/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/** Sends a mail, and keeps it among those sent. @throws LocalProblem */
export async function sendMail(session: Session, mail: NewMail): Promise<void> {
  const recipients = (list: NewMail['to']): unknown[] =>
    list.map(({ name, address }) => ({ emailAddress: { name, address } }));
  await askGraph(session, 'me/sendMail', {
    method: 'POST',
    body: {
      message: {
        subject: mail.subject,
        body: { contentType: 'html', content: `${paragraphs(mail.text)}${mail.quoted}` },
        toRecipients: recipients(mail.to),
        ccRecipients: recipients(mail.cc),
      },
      saveToSentItems: true,
    },
  });
}

/** `RE: ` or `FW: ` before a subject, once. */
export function answeringSubject(prefix: 'RE' | 'FW', subject: string): string {
  return subject.toUpperCase().startsWith(`${prefix}:`) ? subject : `${prefix}: ${subject}`;
}

/** Plain text as HTML paragraphs, one a line; nothing in it is read as HTML. */
export function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p style="margin:0">${line === '' ? '&nbsp;' : escaped(line)}</p>`)
    .join('');
}

/** The mail answered or passed on, below a line, with who wrote it and when. */
export function quotedMail(mail: { from: string; at: string; subject: string; html: string }): string {
  const inner = /<body[^>]*>([\s\S]*)<\/body>/i.exec(mail.html)?.[1] ?? mail.html;
  return `<br><hr><p><b>From:</b> ${escaped(mail.from)}<br><b>Sent:</b> ${escaped(mail.at)}<br><b>Subject:</b> ${escaped(mail.subject)}</p>${inner}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
