import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus to a place when what had it has gone, each time `shown` changes: the keyboard goes on where the new content
 * begins instead of at the top. Takes it from nothing that has it, nor from the host around the page.
 */
export function useFocusWhenLost<Place extends HTMLElement>(shown: unknown): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [shown]);
  return place;
}
