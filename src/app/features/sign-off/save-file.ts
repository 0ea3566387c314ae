/** A file as it comes from the server: its bytes as text. */
interface FileAsText {
  readonly name: string;
  readonly contentType: string;
  readonly base64: string;
}

/** Hands a file to the browser to save, as pages within Teams and Outlook may: from memory, with no address of its own. */
export function saveFile({ name, contentType, base64 }: FileAsText): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: contentType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click has been dealt with.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
