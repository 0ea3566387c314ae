import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { App } from './App.tsx';
import { connectHost } from './host/connect-host.ts';

// Compiling schemas would need eval, which the page's content security policy forbids.
z.config({ jitless: true });

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no #root');
const root = createRoot(container);

function show(host: Awaited<ReturnType<typeof connectHost>>): void {
  document.documentElement.lang = 'en-GB';
  root.render(
    <StrictMode>
      <App key={host.kind} host={host} />
    </StrictMode>,
  );
}

show(await connectHost(show));
