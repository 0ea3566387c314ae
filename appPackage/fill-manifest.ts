/** What the package needs to know about where and for whom Duologue runs. */
export const settings = [
  { name: 'TAB_DOMAIN', meaning: 'the host (and port) Duologue is reached at, such as duologue.yourcompany.com' },
  { name: 'TEAMS_APP_ID', meaning: 'an id of your own for the Teams app, a GUID' },
  { name: 'AAD_APP_CLIENT_ID', meaning: 'the client id of the Entra registration, a GUID' },
  { name: 'PUBLISHER_NAME', meaning: 'who answers for this installation' },
  { name: 'PUBLISHER_URL', meaning: 'their website' },
  { name: 'PRIVACY_URL', meaning: 'their privacy notice' },
  { name: 'TERMS_URL', meaning: 'their terms of use' },
] as const;

export type SettingName = (typeof settings)[number]['name'];
export type Settings = Readonly<Record<SettingName, string>>;

/** For looking at a package before there is a tenant. The ids belong to nobody. */
export const exampleSettings: Settings = {
  TAB_DOMAIN: 'duologue.example',
  TEAMS_APP_ID: '6f6c1c1e-8a54-4d6c-9f0b-5d2f6b8f2a11',
  AAD_APP_CLIENT_ID: '0f3f2a52-54a1-4b2c-8a38-27a1c9e1d6b4',
  PUBLISHER_NAME: 'Duologue contributors',
  PUBLISHER_URL: 'https://duologue.example/',
  PRIVACY_URL: 'https://duologue.example/privacy',
  TERMS_URL: 'https://duologue.example/terms',
};

/**
 * The manifest with each `${{NAME}}` replaced. TAB_ENDPOINT follows from TAB_DOMAIN.
 * @throws Error naming every placeholder nobody filled, and every value that would break the JSON.
 */
export function fillManifest(template: string, values: Settings): string {
  const known = new Map<string, string>([...Object.entries(values), ['TAB_ENDPOINT', `https://${values.TAB_DOMAIN}`]]);
  const unknown = new Set<string>();
  const filled = template.replaceAll(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = known.get(name);
    if (value === undefined) unknown.add(name);
    return value === undefined ? placeholder : JSON.stringify(value).slice(1, -1);
  });
  if (unknown.size > 0) throw new Error(`manifest.json has placeholders nobody fills: ${[...unknown].join(', ')}.`);
  return filled;
}
