import { useEffect, useState } from 'react';

/** Longer than Fluent's dialog takes to leave. */
const leavingMilliseconds = 400;

/** A dialog that is shown while mounted: whether it is open, and how to close it. */
export interface ShownDialog {
  readonly isOpen: boolean;
  readonly close: () => void;
}

/**
 * Closes a dialog before it is taken away, and gives the focus back to what had it.
 * Taken away while open, it would leave the page behind hidden from assistive technology, and the keyboard at the top.
 */
export function useDialog(onClosed: () => void): ShownDialog {
  const [isOpen, setOpen] = useState(true);
  // Taken while rendering for the first time: by the time effects run, the dialog has the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    if (isOpen) return undefined;
    const timer = setTimeout(() => {
      onClosed();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    }, leavingMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [isOpen, onClosed, before]);
  return {
    isOpen,
    close: () => {
      setOpen(false);
    },
  };
}
