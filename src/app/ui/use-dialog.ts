import { useEffect, useState } from 'react';

/** Longer than Fluent's dialog takes to leave. */
const leavingMilliseconds = 400;

/** What dialog a page was asked for, if any; `key` tells a dialog from the one before it that may still be leaving. */
interface AskedDialog<Kind> {
  readonly asked: Kind | null;
  readonly key: number;
}

/** A dialog a page shows when asked to. `ask` and `done` stay the same for as long as the page is there. */
interface DialogOnDemand<Kind> extends AskedDialog<Kind> {
  readonly ask: (kind: Kind) => void;
  readonly done: () => void;
}

/** A page's dialog on demand. Asked for again while the last one is leaving, it is a new one, so nothing asked for gets lost. */
export function useDialogOnDemand<Kind>(): DialogOnDemand<Kind> {
  const [dialog, setDialog] = useState<AskedDialog<Kind>>({ asked: null, key: 0 });
  const [acts] = useState(() => ({
    ask: (asked: Kind): void => {
      setDialog(({ key }) => ({ asked, key: key + 1 }));
    },
    done: (): void => {
      setDialog(({ key }) => ({ asked: null, key }));
    },
  }));
  return { ...dialog, ...acts };
}

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
  const [before] = useState(findOpener);
  useEffect(() => {
    if (isOpen) return undefined;
    const timer = setTimeout(() => {
      onClosed();
      const place = before?.isConnected === true ? before : document.querySelector('main');
      if (place instanceof HTMLElement) place.focus();
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

/** What a dialog was opened from. A menu is gone by the time the dialog closes; what opened the menu is still there. */
function findOpener(): Element | null {
  const focused = document.activeElement;
  const trigger = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby') ?? '';
  return document.getElementById(trigger) ?? focused;
}
