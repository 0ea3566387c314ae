import { fits } from '../api/shape.ts';

const outlookSentItems = 'https://outlook.office.com/mail/sentitems';

/** What the server tells the page about itself, in `<meta name="duologue-config">`. */
export interface PageConfig {
  readonly clientId: string;
  /** The part between `api://` and `/access_as_user`. */
  readonly apiResource: string;
  readonly authority: string;
  /** Origins other than Microsoft's own that may host the page. Empty in production. */
  readonly hostOrigins: readonly string[];
  readonly sentItemsAddress: string;
}

const shape = {
  'clientId?': 's',
  'apiResource?': 's',
  'authority?': 's',
  'hostOrigins?': ['[]', 's'],
  'sentItemsAddress?': 's',
} as const;

/** Reads the page's configuration; what is missing or cannot be read is empty, and sign-in then goes through the host alone. */
export function readPageConfig(page: Document): PageConfig {
  const text = page.querySelector('meta[name="duologue-config"]')?.getAttribute('content') ?? '{}';
  const {
    clientId = '',
    apiResource = clientId,
    authority = '',
    hostOrigins = [],
    sentItemsAddress = outlookSentItems,
  } = parseConfig(text);
  return { clientId, apiResource, authority, hostOrigins, sentItemsAddress };
}

function parseConfig(text: string): Partial<PageConfig> {
  try {
    const parsed: unknown = JSON.parse(text);
    return fits(shape, parsed) ? (parsed as Partial<PageConfig>) : {};
  } catch {
    return {};
  }
}
