import { logMessage } from '../control/message-log.ts';

interface FrameEntry {
  readonly origin: string;
  readonly receive: (message: unknown) => void;
}

const frames = new Map<MessageEventSource, FrameEntry>();

/** Starts listening, once, before any frame exists: teams-js says `initialize` a single time and never again. */
export function listenToFrames(): void {
  window.addEventListener('message', (event) => {
    const entry = event.source === null ? undefined : frames.get(event.source);
    if (entry === undefined) return;
    if (event.origin !== entry.origin) {
      logMessage({
        from: 'app',
        frame: event.origin,
        func: '(ignored: another origin)',
        args: undefined,
        known: false,
      });
      return;
    }
    entry.receive(event.data);
  });
}

/** Takes messages of one frame's window, from one origin only; returns the way to stop. */
export function registerFrame(frame: Window, entry: FrameEntry): () => void {
  frames.set(frame, entry);
  return () => {
    if (frames.get(frame) === entry) frames.delete(frame);
  };
}
