import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '#server/config.ts';

const guid = '3f2b6c1e-5a4d-4f0e-9b57-6d1f0c8a2e11';

const good: Record<string, string> = {
  DUOLOGUE_ORIGIN: 'https://duologue.contoso.com',
  DUOLOGUE_CLIENT_ID: guid,
  DUOLOGUE_CLIENT_SECRET: 'a-secret-of-some-length',
  DUOLOGUE_TENANTS: guid,
  DUOLOGUE_TEAMS_APP_ID: guid,
  DUOLOGUE_CATALOG_APP_ID: guid,
  DUOLOGUE_DATABASE_URL: 'postgres://duologue@db/duologue',
  DUOLOGUE_POLICY: 'policies/out.json',
  DUOLOGUE_HOLIDAYS: 'policies/holidays-england.json',
};

function wrong(changes: Record<string, string | undefined>): string {
  try {
    readConfig({ ...good, ...changes });
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.message;
    throw cause;
  }
  return 'accepted';
}

describe('production settings', () => {
  test('are accepted when complete, and talk to Microsoft alone', () => {
    const config = readConfig(good);
    expect(config).toMatchObject({
      hostOrigins: [],
      graph: { origin: 'https://graph.microsoft.com' },
      entra: {
        issuerTemplate: 'https://login.microsoftonline.com/{tenantid}/v2.0',
        authorityMetadata: null,
        tenants: [guid],
      },
      database: { kind: 'postgres' },
    });
    expect(JSON.stringify(config.frameAncestors)).not.toContain('localhost');
  });

  test('name every setting that is missing', () => {
    const message = wrong(Object.fromEntries(Object.keys(good).map((name) => [name, undefined])));
    for (const name of Object.keys(good).filter((one) => one !== 'DUOLOGUE_DATABASE_URL'))
      expect(message).toContain(name);
  });

  test.each([
    ['a local issuer', { DUOLOGUE_LOGIN_ORIGIN: 'http://localhost:4365' }, 'DUOLOGUE_LOGIN_ORIGIN'],
    ['a foreign issuer', { DUOLOGUE_LOGIN_ORIGIN: 'https://login.contoso.com' }, 'DUOLOGUE_LOGIN_ORIGIN'],
    ['a local Graph', { DUOLOGUE_GRAPH_ORIGIN: 'https://localhost:4365' }, 'DUOLOGUE_GRAPH_ORIGIN'],
    ['a local origin', { DUOLOGUE_ORIGIN: 'https://localhost:3978' }, 'DUOLOGUE_ORIGIN'],
    ['an origin without TLS', { DUOLOGUE_ORIGIN: 'http://duologue.contoso.com' }, 'DUOLOGUE_ORIGIN'],
    ['an origin of this machine by number', { DUOLOGUE_ORIGIN: 'https://127.0.0.1' }, 'DUOLOGUE_ORIGIN'],
    ['no database', { DUOLOGUE_DATABASE_URL: undefined }, 'DUOLOGUE_DATABASE_URL'],
    [
      'the embedded database, not said in words',
      { DUOLOGUE_DATABASE_URL: undefined, DUOLOGUE_EMBEDDED_DATABASE: 'yes' },
      'DUOLOGUE_EMBEDDED_DATABASE',
    ],
    ['a tenant that is no id', { DUOLOGUE_TENANTS: 'contoso.com' }, 'DUOLOGUE_TENANTS'],
  ])('refuse %s, and say which setting it is', (_what, changes, named) => {
    expect(wrong(changes)).toContain(named);
  });

  test('take the embedded database only when told so in words', () => {
    const words = {
      DUOLOGUE_DATABASE_URL: undefined,
      DUOLOGUE_EMBEDDED_DATABASE: 'I know that it does not survive a power cut',
    };
    expect(wrong(words)).toBe('accepted');
  });
});
