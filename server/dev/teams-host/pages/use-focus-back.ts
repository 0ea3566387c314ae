import { useEffect, useState } from 'react';

/** Where the focus goes when what was opened closes: to what opened it; from an entry of a menu, to the menu's button. */
function openerNow(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = menu === null || menu === undefined ? active : document.getElementById(menu);
  return opener instanceof HTMLElement ? opener : null;
}

/** Gives the focus back once this component is gone, unless something else has taken it: whoever uses keys goes on where they were. */
export function useFocusBack(): void {
  const [opener] = useState(openerNow);
  useEffect(
    () => () => {
      // The dialog lets go of the focus only after it is gone.
      setTimeout(() => {
        if (document.activeElement === document.body) opener?.focus();
      }, 0);
    },
    [opener],
  );
}
