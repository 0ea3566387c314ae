import type { Tenant } from '../tenant/tenant.ts';

/** The page on which somebody chooses who they are; each choice goes back to the sign-in address with that person. */
export function pickerPage(tenant: Tenant, asked: URLSearchParams): string {
  const choices = [...tenant.people.values()].map((person) => {
    const next = new URLSearchParams(asked);
    next.set('person', person.id);
    return `<li><a href="?${escapeHtml(next.toString())}">${escapeHtml(person.displayName)}</a> <span>${escapeHtml(person.jobTitle)}</span></li>`;
  });
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Choose who you are</title>
<style>body{font-family:system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;line-height:1.6}li{margin:.4rem 0}span{color:#555}</style></head>
<body><h1>Choose who you are</h1><p>${escapeHtml(tenant.organisation.tenant.name)}, on this machine only.</p><ul>${choices.join('')}</ul></body>
</html>`;
}

/** Text made safe to stand in HTML, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
