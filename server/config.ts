import * as z from 'zod';

const guid = z.uuid().transform((value) => value.toLowerCase());
const httpsOrigin = z.url({ protocol: /^https$/ }).transform((value) => new URL(value).origin);
const attribute = z.templateLiteral(['extensionAttribute', z.int()]);

/** The environment that production reads, name by name. */
const environmentSchema = z.object({
  DUOLOGUE_PORT: z.coerce.number().int().min(1).max(65535).default(3978),
  DUOLOGUE_HOST: z.string().default('0.0.0.0'),
  DUOLOGUE_ORIGIN: httpsOrigin,
  DUOLOGUE_CLIENT_ID: guid,
  DUOLOGUE_CLIENT_SECRET: z.string().min(8),
  DUOLOGUE_TENANTS: z
    .string()
    .transform((value) => value.split(',').map((one) => one.trim()))
    .pipe(z.array(guid).min(1)),
  DUOLOGUE_TEAMS_APP_ID: guid,
  DUOLOGUE_CATALOG_APP_ID: guid,
  DUOLOGUE_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DUOLOGUE_DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DUOLOGUE_EMBEDDED_DATABASE: z.literal('I know that it does not survive a power cut').optional(),
  DUOLOGUE_DATA: z.string().default('.data/production'),
  DUOLOGUE_POLICY: z.string(),
  DUOLOGUE_HOLIDAYS: z.string(),
  DUOLOGUE_CLIENT_DIRECTORY: z.string().default('dist/client'),
  DUOLOGUE_LOGIN_ORIGIN: httpsOrigin.default('https://login.microsoftonline.com'),
  DUOLOGUE_GRAPH_ORIGIN: httpsOrigin.default('https://graph.microsoft.com'),
  DUOLOGUE_DEFAULT_ZONE: z.string().default('Europe/London'),
  DUOLOGUE_GRADE_ATTRIBUTE: attribute.default('extensionAttribute1'),
  DUOLOGUE_CONTRACT_ATTRIBUTE: attribute.default('extensionAttribute2'),
  DUOLOGUE_INCREMENT_ATTRIBUTE: attribute.default('extensionAttribute3'),
  DUOLOGUE_BACKGROUND: z.enum(['granted', 'off']).default('granted'),
  DUOLOGUE_GRANTED_IN_EXCHANGE: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .pipe(z.array(z.enum(['Calendars.ReadWrite', 'Mail.Send']))),
  DUOLOGUE_POLL_MINUTES: z.coerce.number().int().min(1).max(240).default(10),
  DUOLOGUE_LOG_LEVEL: z.enum(['info', 'warn', 'error', 'silent']).default('info'),
});

/** Microsoft's own sign-in and Graph addresses, by cloud. Nothing else may issue tokens or receive them. */
const microsoftLogins = new Set(['https://login.microsoftonline.com', 'https://login.microsoftonline.us']);
const microsoftGraphs = new Set([
  'https://graph.microsoft.com',
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
]);

/** Hosts that may frame our pages, as Microsoft lists them for tabs. */
const microsoftHosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

/** All that `compose` needs to know. Production reads it from the environment; trying out and tests build it themselves. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly origin: string;
  readonly logLevel: 'info' | 'warn' | 'error' | 'silent';
  /** How often calendars are looked at though nothing told of a change. */
  readonly pollMinutes: number;
  readonly database:
    | { readonly kind: 'pglite'; readonly directory: string | null }
    | { readonly kind: 'postgres'; readonly url: string; readonly ownerUrl?: string };
  readonly policyFile: string;
  readonly holidaysFile: string;
  readonly clientDirectory: string;
  readonly teamsAppId: string;
  readonly hostOrigins: readonly string[];
  readonly frameAncestors: readonly string[];
  readonly connectOrigins: readonly string[];
  readonly officeScriptUrl: string;
  /** Where people find what they have sent. */
  readonly sentItemsAddress: string;
  readonly entra: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly tenants: readonly string[];
    readonly issuerTemplate: string;
    readonly jwksUri: string;
    readonly authority: string;
    readonly authorityMetadata: string | null;
    readonly cloudDiscoveryMetadata: string | null;
    readonly clients: readonly string[] | null;
    readonly graphResource: string;
    readonly background: { readonly isAllowed: boolean; readonly grantedInExchange: readonly string[] };
  };
  readonly graph: {
    readonly origin: string;
    readonly catalogAppId: string;
    readonly defaultZone: string;
    readonly gradeAttribute: `extensionAttribute${number}`;
    readonly contractAttribute: `extensionAttribute${number}`;
    readonly incrementAttribute: `extensionAttribute${number}`;
  };
}

/** The settings are not usable. The message names each one and what it needs. */
export class ConfigError extends Error {}

function isLocal(origin: string): boolean {
  const { hostname } = new URL(origin);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    hostname.startsWith('127.') ||
    hostname.endsWith('.test') ||
    hostname.endsWith('.example')
  );
}

function refuseLocal(values: z.infer<typeof environmentSchema>): string[] {
  const wrong: string[] = [];
  if (isLocal(values.DUOLOGUE_ORIGIN))
    wrong.push('DUOLOGUE_ORIGIN: a public https address is needed, not one of this machine');
  if (!microsoftLogins.has(values.DUOLOGUE_LOGIN_ORIGIN))
    wrong.push(`DUOLOGUE_LOGIN_ORIGIN: only Microsoft signs people in (${[...microsoftLogins].join(', ')})`);
  if (!microsoftGraphs.has(values.DUOLOGUE_GRAPH_ORIGIN))
    wrong.push(`DUOLOGUE_GRAPH_ORIGIN: only Microsoft Graph is talked to (${[...microsoftGraphs].join(', ')})`);
  if (values.DUOLOGUE_DATABASE_URL === undefined && values.DUOLOGUE_EMBEDDED_DATABASE === undefined)
    wrong.push('DUOLOGUE_DATABASE_URL: name a PostgreSQL 15 or newer; the embedded database is for trying out');
  return wrong;
}

/**
 * Reads production's settings from the environment.
 * @throws ConfigError naming every setting that is missing or not allowed
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const result = environmentSchema.safeParse(environment);
  if (!result.success)
    throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const values = result.data;
  const wrong = refuseLocal(values);
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'));
  const url = values.DUOLOGUE_DATABASE_URL;
  const ownerUrl = values.DUOLOGUE_DATABASE_OWNER_URL;
  return {
    port: values.DUOLOGUE_PORT,
    host: values.DUOLOGUE_HOST,
    origin: values.DUOLOGUE_ORIGIN,
    logLevel: values.DUOLOGUE_LOG_LEVEL,
    pollMinutes: values.DUOLOGUE_POLL_MINUTES,
    database:
      url === undefined
        ? { kind: 'pglite', directory: values.DUOLOGUE_DATA }
        : { kind: 'postgres', url, ...(ownerUrl === undefined ? {} : { ownerUrl }) },
    policyFile: values.DUOLOGUE_POLICY,
    holidaysFile: values.DUOLOGUE_HOLIDAYS,
    clientDirectory: values.DUOLOGUE_CLIENT_DIRECTORY,
    teamsAppId: values.DUOLOGUE_TEAMS_APP_ID,
    hostOrigins: [],
    frameAncestors: microsoftHosts,
    connectOrigins: [values.DUOLOGUE_LOGIN_ORIGIN, 'https://res.cdn.office.net'],
    officeScriptUrl: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    sentItemsAddress: 'https://outlook.office.com/mail/sentitems',
    entra: {
      clientId: values.DUOLOGUE_CLIENT_ID,
      clientSecret: values.DUOLOGUE_CLIENT_SECRET,
      tenants: values.DUOLOGUE_TENANTS,
      issuerTemplate: `${values.DUOLOGUE_LOGIN_ORIGIN}/{tenantid}/v2.0`,
      jwksUri: `${values.DUOLOGUE_LOGIN_ORIGIN}/common/discovery/v2.0/keys`,
      authority: `${values.DUOLOGUE_LOGIN_ORIGIN}/{tenantid}`,
      authorityMetadata: null,
      cloudDiscoveryMetadata: null,
      clients: null,
      graphResource: values.DUOLOGUE_GRAPH_ORIGIN,
      background: {
        isAllowed: values.DUOLOGUE_BACKGROUND === 'granted',
        grantedInExchange: values.DUOLOGUE_GRANTED_IN_EXCHANGE,
      },
    },
    graph: {
      origin: values.DUOLOGUE_GRAPH_ORIGIN,
      catalogAppId: values.DUOLOGUE_CATALOG_APP_ID,
      defaultZone: values.DUOLOGUE_DEFAULT_ZONE,
      gradeAttribute: values.DUOLOGUE_GRADE_ATTRIBUTE,
      contractAttribute: values.DUOLOGUE_CONTRACT_ATTRIBUTE,
      incrementAttribute: values.DUOLOGUE_INCREMENT_ATTRIBUTE,
    },
  };
}
