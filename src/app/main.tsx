import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import type { PageConfig } from './host/config.ts';
import { connectHost } from './host/connect-host.ts';
import type { Host } from './host/host.ts';

/** Shows Duologue in the page, in the host that the page greets. */
export async function start(greet: (config: PageConfig) => Promise<Host>): Promise<void> {
  const container = document.getElementById('root');
  if (container === null) throw new Error('The page has no #root');
  const root = createRoot(container);
  const show = (host: Host): void => {
    document.documentElement.lang = 'en-GB';
    root.render(
      <StrictMode>
        <App key={host.kind} host={host} />
      </StrictMode>,
    );
  };
  show(await connectHost(greet, show));
}
