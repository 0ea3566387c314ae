import { createHash } from 'node:crypto';
import type { Response } from 'express';

const STYLE = `
:root { color-scheme: light dark; --page: #f3f2f1; --card: #ffffff; --ink: #201f1e; --soft: #5c5a58; --line: #8a8886; --faint: #e1dfdd; --accent: #4f52b2; --on-accent: #ffffff; --hover: #f0f0fa; }
@media (prefers-color-scheme: dark) { :root { --page: #1b1a19; --card: #252423; --ink: #f8f8f8; --soft: #c8c6c4; --line: #a19f9d; --faint: #484644; --accent: #aab0ff; --on-accent: #1b1a19; --hover: #323130; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--page); color: var(--ink); font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
main { width: min(100%, 30rem); background: var(--card); border: 1px solid var(--faint); border-radius: 0.5rem; padding: 2rem; box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 12%); }
.tenant { margin: 0 0 1rem; color: var(--soft); font-weight: 600; }
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; line-height: 1.25; font-weight: 600; }
h2 { margin: 1.5rem 0 0.25rem; font-size: 0.95rem; font-weight: 600; color: var(--soft); }
p { margin: 0.5rem 0; } .soft { color: var(--soft); overflow-wrap: anywhere; }
ul { list-style: none; margin: 0.75rem 0 0; padding: 0; } ul.scroll { max-height: 24rem; overflow-y: auto; margin-inline: -0.5rem; padding: 0.25rem 0.5rem; }
li a { display: flex; gap: 0.75rem; align-items: center; padding: 0.625rem 0.75rem; border-radius: 0.375rem; color: inherit; text-decoration: none; }
li a:hover { background: var(--hover); } li small { display: block; color: var(--soft); font-size: 0.85rem; }
.badge { flex: none; display: grid; place-items: center; width: 2.25rem; height: 2.25rem; border-radius: 50%; background: var(--accent); color: var(--on-accent); font-size: 0.85rem; font-weight: 600; }
.permissions li { padding: 0.5rem 0; border-top: 1px solid var(--faint); }
label { display: block; margin-top: 1rem; } label.choice { display: flex; gap: 0.5rem; align-items: baseline; }
input[type="search"] { width: 100%; margin-top: 0.25rem; padding: 0.5rem 0.625rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 0.25rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; justify-content: flex-end; margin-top: 1.5rem; }
button, a.button { min-height: 2.5rem; padding: 0.4375rem 1.25rem; font: inherit; font-weight: 600; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 0.25rem; text-decoration: none; cursor: pointer; }
button.main, a.main { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code { overflow-wrap: anywhere; }`;

/** The page may show itself and its own style, and be framed by nobody: a sign-in page never stands inside another. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'`;

/** HTML that may be put into a page as it is. */
export interface Html {
  readonly html: string;
}

/** HTML with every value made safe; what is HTML already stays as it is, lists are put one after another. */
export function html(parts: TemplateStringsArray, ...values: (string | Html | readonly Html[])[]): Html {
  const written = values.map((value) =>
    typeof value === 'string'
      ? escapeHtml(value)
      : 'html' in value
        ? value.html
        : value.map((one) => one.html).join(''),
  );
  return { html: parts.map((part, at) => `${part}${written[at] ?? ''}`).join('') };
}

/** Sends a page of Entra: a card with the tenant's name, a heading and what the page is about. */
export function sendPage(
  response: Response,
  page: { status?: number; tenant: string; title: string; body: Html },
): void {
  const { tenant, title, body } = page;
  const head = html`<p class="tenant">${tenant}</p>
    <h1>${title}</h1>`;
  response
    .status(page.status ?? 200)
    .set({
      'Content-Security-Policy': POLICY,
      'X-Frame-Options': 'DENY',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    })
    .type('html')
    .send(
      `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(`${title} – ${tenant}`)}</title><style>${STYLE}</style></head><body><main>${head.html}${body.html}</main></body></html>`,
    );
}

/** Text made safe to stand in HTML, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
