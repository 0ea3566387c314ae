/** What pages may load, run and be framed by. `hash` is that of the empty string: Fluent inserts empty style elements and fills them by script. */
export interface PageSources {
  /** Hosts that may frame us, as CSP sources. */
  readonly frameAncestors: readonly string[];
  /** Where Office.js comes from, for the Outlook pane alone. */
  readonly officeScriptOrigin: string;
  /** Origins our pages may call beside our own: the identity provider in nested app authentication, teams-js's list of domains. */
  readonly connect: readonly string[];
}

const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

function policy(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

function base(sources: PageSources): Record<string, readonly string[]> {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", emptyStyle],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...sources.connect],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': sources.frameAncestors,
  };
}

/** Security headers of the Teams pages: Trusted Types on, no script but our own. */
export function tabPolicy(sources: PageSources): string {
  return policy({ ...base(sources), 'require-trusted-types-for': ["'script'"], 'trusted-types': ["'none'"] });
}

/** The Outlook pane additionally loads Office.js, which inserts script elements itself and so cannot live with Trusted Types. */
export function outlookPolicy(sources: PageSources): string {
  return policy({
    ...base(sources),
    'script-src': ["'self'", sources.officeScriptOrigin],
    'connect-src': ["'self'", sources.officeScriptOrigin, ...sources.connect],
  });
}

/** On every answer, whatever it is. */
export const everyHeader = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;
