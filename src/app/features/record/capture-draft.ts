/** The key under which the capture box of a meeting keeps what is being typed. */
export function captureKey(meetingId: string): string {
  return `capture ${meetingId}`;
}
