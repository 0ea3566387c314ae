import type { Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Host, HostTheme } from '../host/host.ts';
import { lightTheme } from './light-theme.ts';

/** The theme the host wears, followed as it changes. Null while it is on its way, lest a dark page begin with a white one. */
export function useTheme(host: Host): Theme | null {
  const [theme, setTheme] = useState<Theme | null>(() => (host.theme === 'light' ? lightTheme : null));
  useEffect(() => {
    let wanted: HostTheme = host.theme;
    const show = async (name: HostTheme): Promise<void> => {
      wanted = name;
      const found = await load(name);
      if (wanted !== name) return;
      setTheme(found);
      drawControls(name);
    };
    drawControls(host.theme);
    if (host.theme !== 'light') void show(host.theme);
    host.onThemeChange((name) => void show(name));
  }, [host]);
  return theme;
}

/** What the browser draws itself, such as the calendar of a date, in the host's shade and not the computer's. */
function drawControls(name: HostTheme): void {
  document.documentElement.style.colorScheme = name === 'light' ? 'light' : 'dark';
}

// Where the other cannot be had, the light one serves.
async function load(name: HostTheme): Promise<Theme> {
  if (name === 'light') return lightTheme;
  try {
    return (await import('./other-themes.ts')).otherThemes[name];
  } catch {
    return lightTheme;
  }
}
