import { createHash } from 'node:crypto';
import type { StoredAttachment, StoredMessage } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';

const LINE = 76;

/** A message as it would travel between mail servers: its headers, its words and its files. */
export function mimeOf(tenant: Tenant, message: StoredMessage): string {
  const files = tenant.attachmentsOf(message.id, null);
  const words = part(
    [`Content-Type: text/${message.body.contentType === 'html' ? 'html' : 'plain'}; charset="utf-8"`],
    message.body.content,
  );
  const boundary = `_${createHash('sha256').update(message.id).digest('hex').slice(0, 32)}_`;
  const head = [
    ...address('From', [message.from]),
    ...address('To', message.to),
    ...address('CC', message.cc),
    ...address('Reply-To', message.replyTo),
    `Subject: ${encoded(message.subject)}`,
    `Date: ${new Date(message.createdAt).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${message.internetMessageId}`,
    ...threadHeaders(message),
    ...(message.importance === 'normal' ? [] : [`Importance: ${message.importance}`]),
    ...message.headers.map(({ name, value }) => `${name}: ${encoded(value)}`),
    'MIME-Version: 1.0',
  ];
  const body =
    files.length === 0
      ? words
      : [
          `Content-Type: multipart/mixed; boundary="${boundary}"`,
          '',
          ...[words, ...files.map(filePart)].map((one) => `--${boundary}\r\n${one}`),
          `--${boundary}--`,
        ].join('\r\n');
  return `${head.join('\r\n')}\r\n${body}\r\n`;
}

function threadHeaders({ references = [] }: StoredMessage): string[] {
  const last = references.at(-1);
  return last === undefined ? [] : [`In-Reply-To: ${last}`, `References: ${references.join('\r\n ')}`];
}

function address(name: string, people: StoredMessage['to']): string[] {
  const written = people.map((one) => `${encoded(one.name, true)} <${oneLine(one.address)}>`);
  return people.length === 0 ? [] : [`${name}: ${written.join(',\r\n ')}`];
}

function filePart(file: StoredAttachment): string {
  const name = encoded(file.name, true);
  return part(
    [
      `Content-Type: ${oneLine(file.contentType === '' ? 'application/octet-stream' : file.contentType)}; name=${name}`,
      `Content-Disposition: ${file.isInline ? 'inline' : 'attachment'}; filename=${name}; size=${String(file.size)}`,
      ...(file.contentId === null ? [] : [`Content-ID: <${oneLine(file.contentId)}>`]),
    ],
    Buffer.from(file.contentBytes, 'base64'),
  );
}

function part(headers: readonly string[], content: string | Buffer): string {
  const lines =
    Buffer.from(content)
      .toString('base64')
      .match(new RegExp(`.{1,${String(LINE)}}`, 'g')) ?? [];
  return [...headers, 'Content-Transfer-Encoding: base64', '', ...lines].join('\r\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\0]+/g, ' ');
}

/** A header's text: as it is when plain, quoted where a name has to be, and as an encoded word when it holds more than ASCII. */
function encoded(text: string, isName = false): string {
  const line = oneLine(text);
  if (!/^[\x20-\x7e]*$/.test(line)) {
    return `=?utf-8?B?${Buffer.from(line).toString('base64')}?=`;
  }
  return isName ? `"${line.replaceAll(/["\\]/g, String.raw`\$&`)}"` : line;
}
