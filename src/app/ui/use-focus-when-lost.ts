import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus to a place when what had it has gone, each time `shown` changes: the keyboard goes on where the new content
 * begins instead of at the top. Where the place itself has gone, the page has it. Takes it from nothing that has it, nor from the
 * host around the page. `later`: not for what is there first, which nobody asked for; undefined is nothing yet.
 */
export function useFocusWhenLost<Place extends HTMLElement>(
  shown: unknown,
  begins: 'at once' | 'later' = 'at once',
): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const last = useRef<unknown>(undefined);
  useEffect(() => {
    const isFirst = last.current === undefined || last.current === shown;
    last.current = shown;
    if (begins === 'later' && isFirst) return;
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    (place.current ?? document.querySelector('main'))?.focus({ preventScroll: true });
  }, [shown, begins]);
  return place;
}
