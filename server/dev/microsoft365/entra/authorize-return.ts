import type { Response } from 'express';
import type { ReturnAddress } from './authorize-request.ts';
import { escapeHtml } from './pages/page-frame.ts';

/** Sends a browser back to the application, the answer in the query, the fragment or a form as it asked. */
export function sendBack(response: Response, back: ReturnAddress, answer: Readonly<Record<string, string>>): void {
  const parts = new URLSearchParams({ ...answer, ...(back.state === null ? {} : { state: back.state }) });
  if (back.mode === 'form_post') {
    sendForm(response, back.redirectUri, parts);
    return;
  }
  const separator = back.mode === 'fragment' ? '#' : back.redirectUri.includes('?') ? '&' : '?';
  // After a form was pressed, the browser must come back with GET.
  response.set('Cache-Control', 'no-store').redirect(303, `${back.redirectUri}${separator}${parts.toString()}`);
}

function sendForm(response: Response, redirectUri: string, parts: URLSearchParams): void {
  const fields = [...parts].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  response
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(
      `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Working…</title></head><body><form method="post" action="${escapeHtml(redirectUri)}">${fields.join('')}<noscript><p>Press the button to go on.</p><button type="submit">Go on</button></noscript></form><script>document.forms[0].submit()</script></body></html>`,
    );
}
