import { useEffect, useRef, type RefObject } from 'react';

/** Keeps the end of a list in view when a line joins it: put the ref on what stands last. A list merely opened is left as it stands. */
export function useNewestInView(lineCount: number): RefObject<HTMLSpanElement | null> {
  const end = useRef<HTMLSpanElement>(null);
  const before = useRef(lineCount);
  useEffect(() => {
    const hasNew = lineCount === before.current + 1;
    before.current = lineCount;
    const scroller = end.current?.closest('main');
    if (!hasNew || end.current === null || scroller === null || scroller === undefined) return;
    const below = end.current.getBoundingClientRect().bottom - scroller.getBoundingClientRect().bottom;
    if (below > 0) scroller.scrollTop += below;
    // Where there is so little height that the page itself scrolls, the line may be above what is in view.
    const { top, bottom } = end.current.getBoundingClientRect();
    if (bottom < 0 || top > window.innerHeight) end.current.scrollIntoView({ block: 'center' });
  }, [lineCount]);
  return end;
}
