import { teamsLightTheme, tokens } from '@fluentui/react-components';
import griffel from '@griffel/vite-plugin';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import react from '@vitejs/plugin-react';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineConfig, runnerImport, type Plugin } from 'vite';
import type { Shape } from './src/app/api/shape.ts';

const folder = join(import.meta.dirname, 'src/app');
const contract = join(import.meta.dirname, 'src/contract');

type Exports = Readonly<Record<string, unknown>>;

/** Sentences, so that pages start without a parser for messages. */
function compileSentences(module: Exports): string {
  const compiled = Object.entries(module).map(([name, sentences]) => {
    const entries = Object.entries(sentences as Record<string, string>);
    const words = entries.map(([key, sentence]) => [key, compileMessage(sentence)] as const);
    return `export const ${name} = ${JSON.stringify(Object.fromEntries(words))};`;
  });
  return compiled.join('\n');
}

/** The light theme, so that pages start without what makes it. */
function compileTheme(module: Exports): string {
  return `export const lightTheme = ${JSON.stringify(module['lightTheme'])};`;
}

/** The other themes, by where they differ from the light one. */
function compileOtherThemes(module: Exports): string {
  const light: Readonly<Record<string, unknown>> = { ...teamsLightTheme };
  const themes = Object.entries(module['otherThemes'] as Record<string, Record<string, string>>);
  const written = themes.map(([name, theme]) => {
    const differs = Object.entries(theme).filter(([token, value]) => light[token] !== value);
    return `${name}: { ...lightTheme, ...${JSON.stringify(Object.fromEntries(differs))} }`;
  });
  return `import { lightTheme } from './light-theme.ts';\nexport const otherThemes = { ${written.join(', ')} };`;
}

/** The part of zod's own description of a schema that says how a value is built. */
interface Schema {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly shape?: Readonly<Record<string, Schema>>;
      readonly innerType?: Schema;
      readonly element?: Schema;
      readonly valueType?: Schema;
      readonly options?: readonly Schema[];
      readonly discriminator?: string;
      readonly values?: readonly (string | number | boolean | null)[];
      readonly entries?: Readonly<Record<string, string>>;
    };
  };
}

/** Kinds of schema that change nothing of how a value is built. */
const wrappers: ReadonlySet<string> = new Set(['readonly', 'default', 'prefault', 'catch', 'nonoptional']);

/** More kinds than this are told by their name alone: a page starts with every shape, and the rules of a policy are many. */
const mostKinds = 12;

function unionOf(options: readonly Schema[], discriminator: string | undefined): Shape {
  if (options.length <= mostKinds || discriminator === undefined) return ['|', ...options.map(shapeOf)];
  const names = options.flatMap((one) => one._zod.def.shape?.[discriminator]?._zod.def.values ?? []);
  return { [discriminator]: ['=', ...names] };
}

/** How what a schema allows is built, without its finer rules: those are the server's to keep. @throws for a kind of schema not met so far */
export function shapeOf(schema: Schema): Shape {
  const { def } = schema._zod;
  const inner = def.innerType ?? def.element ?? def.valueType;
  if (wrappers.has(def.type) && inner !== undefined) return shapeOf(inner);
  if (def.type === 'any' || def.type === 'unknown') return 'a';
  if (def.type === 'string') return 's';
  if (def.type === 'number') return 'n';
  if (def.type === 'boolean') return 'b';
  if (def.type === 'null') return ['=', null];
  if (def.type === 'literal' && def.values !== undefined) return ['=', ...def.values];
  if (def.type === 'enum' && def.entries !== undefined) return ['=', ...Object.values(def.entries)];
  if (def.type === 'union' && def.options !== undefined) return unionOf(def.options, def.discriminator);
  if (def.type === 'nullable' && inner !== undefined) return ['?', shapeOf(inner)];
  if (def.type === 'array' && inner !== undefined) return ['[]', shapeOf(inner)];
  if (def.type === 'record' && inner !== undefined) return ['{}', shapeOf(inner)];
  if (def.type === 'object' && def.shape !== undefined) {
    const named = Object.entries(def.shape).map(([name, { _zod }]): [string, Shape] => {
      const { type, innerType } = _zod.def;
      return type === 'optional' && innerType !== undefined
        ? [`${name}?`, shapeOf(innerType)]
        : [name, shapeOf({ _zod })];
    });
    return Object.fromEntries(named);
  }
  throw new Error(`shapeOf (vite.config.ts) has no words yet for a schema of kind ${def.type}`);
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && '_zod' in value;

/** The contract, so that pages start without zod: routes with what they answer, schemas as shapes. What is sent, the server checks. */
function compileContract(module: Exports): string {
  const schema = (one: Schema): string => `/*#__PURE__*/ schemaOf(${JSON.stringify(shapeOf(one))})`;
  const route = ([name, one]: [string, unknown]): string => {
    const { method, path, response } = one as { method: string; path: string; response: Schema };
    return `${name}: { method: '${method}', path: '${path}', response: ${schema(response)} }`;
  };
  const lines = Object.entries(module).flatMap(([name, value]) => {
    if (name === 'api')
      return [
        `export const api = { ${Object.entries(value as object)
          .map(route)
          .join(', ')} };`,
      ];
    if (typeof value === 'string') return [`export const ${name} = ${JSON.stringify(value)};`];
    return isAnswer(name, value) ? [`export const ${name} = ${schema(value)};`] : [];
  });
  return [`import { schemaOf } from ${JSON.stringify(join(folder, 'api/shape.ts'))};`, ...lines].join('\n');
}

const isAnswer = (name: string, value: unknown): value is Schema =>
  isSchema(value) && ['problem', 'changeEvent'].includes(name);

/** Works out when built what else every start of a page would work out again. */
function workOut(): Plugin {
  const byPlace: [place: string, compile: (module: Exports) => string][] = [
    [join(folder, 'text/messages.ts'), compileSentences],
    [join(folder, 'text/later-messages.ts'), compileSentences],
    [join(folder, 'text/personal-messages.ts'), compileSentences],
    [join(folder, 'text/policies-messages.ts'), compileSentences],
    [join(folder, 'ui/light-theme.ts'), compileTheme],
    [join(folder, 'ui/other-themes.ts'), compileOtherThemes],
  ];
  return {
    name: 'work-out',
    apply: 'build',
    async load(id) {
      const compile = dirname(id) === contract ? compileContract : byPlace.find(([place]) => place === id)?.[1];
      if (compile === undefined) return null;
      const { module } = await runnerImport<Exports>(id, { configFile: false });
      return compile(module);
    },
  };
}

/** Fluent's tokens as the words they stand for: one of them left in its code would bring the list of them all. */
function writeTokensOut(): Plugin {
  const words = new Map(Object.entries(tokens));
  return {
    name: 'write-tokens-out',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/@fluentui/') || !code.includes('tokens.')) return null;
      const written = code.replaceAll(/\btokens\.(\w+)/g, (whole, name: string) => {
        const word = words.get(name);
        return word === undefined ? whole : JSON.stringify(word);
      });
      return { code: written, map: null };
    },
  };
}

const surface = (name: string): string => join(folder, 'surfaces', `${name}.tsx`);

/** Parts of paths of what is small and used by nearly every surface. */
const light = [
  ...['react-textarea', 'react-utilities', 'keyboard-keys'],
  ...['react-button/lib/components/Button', 'react-button/lib/contexts', 'react-aria/lib/button'],
  ...['react-field/lib/contexts', 'react-tabster/lib/focus', 'react-tabster/lib/hooks/useFocusWithin'],
].map((part) => `/@fluentui/${part}`);

interface Context {
  getModuleInfo(id: string): Record<'importedIds' | 'dynamicallyImportedIds', readonly string[]> | null;
}

const found = new Map<string, ReadonlySet<string>>();

/** Our own files, and the icons, that come with some of them: at once, or also when wanted. */
function filesOf(starts: readonly string[], how: 'at-once' | 'ever', context: Context): ReadonlySet<string> {
  const key = [how, ...starts].join(' ');
  const known = found.get(key);
  if (known !== undefined) return known;
  const files = new Set<string>();
  const add = (id: string): void => {
    const isOurs = id.startsWith(join(import.meta.dirname, 'src')) || id.includes('react-icons');
    if (!isOurs || files.has(id)) return;
    files.add(id);
    const { importedIds = [], dynamicallyImportedIds = [] } = context.getModuleInfo(id) ?? {};
    for (const one of [...importedIds, ...(how === 'ever' ? dynamicallyImportedIds : [])]) add(one);
  };
  for (const start of starts) add(start);
  found.set(key, files);
  return files;
}

/**
 * One file for what the side panel begins with, one for its agenda, one for what the personal tab alone begins with, and one each
 * for what they share: left to itself the bundler makes dozens, which compress badly.
 */
function groupOf(id: string, context: Context): string | null {
  const path = id.replaceAll('\\', '/');
  if (/\/@(?:tanstack|griffel)\//.test(path) || light.some((part) => path.includes(part))) return 'light';
  const home = filesOf([surface('PersonalTab')], 'at-once', context);
  if (filesOf([surface('MeetingPanel')], 'at-once', context).has(id)) return home.has(id) ? 'light' : 'panel';
  const agenda = [join(folder, 'surfaces/meeting/PanelAgenda.tsx'), join(folder, 'ui/DeliveryNotice.tsx')];
  if (filesOf(agenda, 'at-once', context).has(id)) return home.has(id) ? 'words' : 'agenda';
  const besides = ['MeetingPanel', 'MeetingTab', 'OutlookPane'].map(surface);
  return home.has(id) && !filesOf(besides, 'ever', context).has(id) ? 'home' : null;
}

/** Every page of src/app is an entry of its own: `tab.html` is served as `/tab.html`. Builds into dist/client. */
export default defineConfig({
  root: folder,
  // The pictures the manifest names by address.
  publicDir: join(import.meta.dirname, 'appPackage/pages'),
  plugins: [react(), griffel(), workOut(), writeTokensOut()],
  build: {
    outDir: join(import.meta.dirname, 'dist/client'),
    emptyOutDir: true,
    // The content security policy allows neither inline scripts nor data: fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      input: readdirSync(folder)
        .filter((name) => name.endsWith('.html'))
        .map((name) => join(folder, name)),
      output: {
        codeSplitting: {
          groups: [
            { name: 'teams', test: /[\\/](?:teams-js|debug|ms|uuid|teams-host\.ts)(?:[\\/]|$)/, priority: 3 },
            // Not the entries themselves: each page starts its own alone.
            {
              name: 'start',
              tags: ['$initial'],
              test: /^(?!.*[\\/](?:(?:tab|outlook)\.(?:html|tsx)|outlook-host\.ts)$)/,
              priority: 2,
            },
            { name: groupOf, debugName: 'surfaces', priority: 1, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
});
