import { Link, Text } from '@fluentui/react-components';
import { Document20Regular, DocumentPdf20Regular } from '@fluentui/react-icons';
import type { Attachment, FileAttachment } from '@microsoft/microsoft-graph-types';
import { usePageStyles } from './Page.styles.ts';

/** Files that came with an event or a mail; each opens, or is saved when opening could run something. */
export function AttachmentList(props: { readonly attachments: readonly Attachment[] }): React.JSX.Element | null {
  const styles = usePageStyles();
  const files = props.attachments.filter((one) => one.isInline !== true);
  if (files.length === 0) return null;
  return (
    <ul aria-label="Attachments" className={styles.files}>
      {files.map((file) => (
        <li key={file.id} className={styles.file}>
          {file.contentType === 'application/pdf' ? (
            <DocumentPdf20Regular aria-hidden />
          ) : (
            <Document20Regular aria-hidden />
          )}
          <Link
            as="button"
            onClick={() => {
              open(file);
            }}
          >
            {file.name}
          </Link>
          <Text size={200} className={styles.quiet}>
            {sizeWords(file.size ?? 0)}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** Only kinds that cannot run anything open beside these pages; everything else is saved as a file. */
const opens = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'text/plain']);

function open(attachment: Attachment): void {
  const file = attachment as FileAttachment;
  const type = (file.contentType ?? '').split(';')[0] ?? '';
  const bytes = Uint8Array.from(atob(file.contentBytes ?? ''), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: opens.has(type) ? type : 'application/octet-stream' }));
  if (opens.has(type)) {
    window.open(address, '_blank');
  } else {
    const link = document.createElement('a');
    link.href = address;
    link.download = file.name ?? 'attachment';
    link.click();
  }
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

function sizeWords(bytes: number): string {
  return bytes < 1024
    ? `${String(bytes)} bytes`
    : bytes < 1024 ** 2
      ? `${String(Math.round(bytes / 1024))} KB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

/** Pictures that belong inside a message, by content id, as data addresses. */
export function inlinePictures(attachments: readonly Attachment[]): ReadonlyMap<string, string> {
  return new Map(
    attachments
      .map((one) => one as FileAttachment)
      .filter(
        (one) =>
          one.isInline === true &&
          typeof one.contentId === 'string' &&
          /^image\/(png|jpeg|gif)$/.test(one.contentType ?? ''),
      )
      .map((one) => [String(one.contentId), `data:${String(one.contentType)};base64,${one.contentBytes ?? ''}`]),
  );
}
