import { useCallback, useSyncExternalStore } from 'react';

// In memory only: what somebody types is personal, and a device may be shared.
const drafts = new Map<string, string>();
const listeners = new Set<() => void>();

/**
 * Text being typed, kept under a key of its own while the page lives: over navigation, failed saves and lost connections.
 * Empty text forgets the draft.
 */
export function useKeptDraft(key: string, initial = ''): [text: string, setText: (text: string) => void] {
  const text = useSyncExternalStore(subscribe, () => drafts.get(key) ?? initial);
  const setText = useCallback(
    (next: string) => {
      if (next === initial) drafts.delete(key);
      else drafts.set(key, next);
      for (const listener of listeners) listener();
    },
    [key, initial],
  );
  return [text, setText];
}

/** Forgets everything typed: somebody else sits here now. */
export function forgetDrafts(): void {
  drafts.clear();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
