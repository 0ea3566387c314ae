import { createStore, useStore } from './store.ts';

const shownMilliseconds = 4000;

const writing = createStore<ReadonlyMap<string, number>>(new Map());

/** Remembers that somebody is typing in a meeting just now. */
export function noteWriting(meetingId: string, personId: string): void {
  const key = `${meetingId} ${personId}`;
  writing.set(new Map(writing.get()).set(key, Date.now()));
  setTimeout(() => {
    const at = writing.get().get(key);
    if (at === undefined || Date.now() - at < shownMilliseconds) return;
    const left = new Map(writing.get());
    left.delete(key);
    writing.set(left);
  }, shownMilliseconds);
}

/** Whether somebody typed in a meeting in the last few seconds. */
export function useIsWriting(meetingId: string, personId: string): boolean {
  return useStore(writing).has(`${meetingId} ${personId}`);
}
