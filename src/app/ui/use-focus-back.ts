import { useEffect } from 'react';

/**
 * Gives the focus back to what had it, when a dialog goes that was opened without a trigger of its own.
 * Without it the page behind stays hidden from assistive technology and the keyboard starts again at the top.
 */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, []);
}
