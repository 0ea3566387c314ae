// Who may import what. `src/core` decides, `src/contract` speaks, `src/app` shows, `server/` does; arrows only point
// toward core. Each rule says what to do instead. tests/structure/ breaks each of them once and sees it fail.

const npm = '(^|/)node_modules/';

/** @param {...string} names */
function packages(...names) {
  return `${npm}(${names.join('|')})/`;
}

/**
 * Files under `from` may import only what lies under `allowed`.
 * @param {string} name
 * @param {string} from
 * @param {string[]} allowed
 * @param {string} comment
 */
function only(name, from, allowed, comment) {
  return { name, severity: 'error', comment, from: { path: from }, to: { pathNot: allowed } };
}

/**
 * What matches `to` may be imported only by what matches one of `allowed`.
 * @param {string} name
 * @param {string} to
 * @param {string[]} allowed
 * @param {string} comment
 */
function onlyFrom(name, to, allowed, comment) {
  return { name, severity: 'error', comment, from: { path: '^(src|server)/', pathNot: allowed }, to: { path: to } };
}

const layers = [
  only(
    'core-decides-alone',
    '^src/core/',
    ['^src/core/', packages('temporal-polyfill')],
    'src/core is pure: no package, no node:, no other layer. Pass what it needs as a parameter.',
  ),
  onlyFrom(
    'dates-in-one-place',
    packages('temporal-polyfill'),
    ['^src/core/time[^/]*\\.ts$', '^server/dev/'],
    'Use the functions of src/core/time.ts; add one there if it is missing.',
  ),
  only(
    'contract-speaks-core-and-zod',
    '^src/contract/',
    ['^src/(core|contract)/', packages('zod')],
    'src/contract holds schemas of what crosses the wire: core types and zod, nothing else.',
  ),
  {
    name: 'browser-never-imports-server',
    severity: 'error',
    comment: 'src is what may reach a browser. Move what both need to src/core or src/contract.',
    from: { path: '^src/' },
    to: { path: '^server/' },
  },
  {
    name: 'browser-has-no-node',
    severity: 'error',
    comment: 'src runs in a browser: no node: modules. Ask the server through a contract route.',
    from: { path: '^src/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'feature-knows-no-other-feature',
    severity: 'error',
    comment: 'Compose features in src/app/surfaces, or move what both need to src/app/ui or src/core.',
    from: { path: '^src/app/features/([^/]+)/' },
    to: { path: '^src/app/features/', pathNot: '^src/app/features/$1/' },
  },
  {
    name: 'features-below-surfaces',
    severity: 'error',
    comment: 'A surface composes features; a feature does not know where it is shown. Pass it as a property.',
    from: { path: '^src/app/(features|ui|host|api|text)/' },
    to: { path: ['^src/app/surfaces/', '^src/app/[^/]+$'] },
  },
  {
    name: 'ui-below-features',
    severity: 'error',
    comment: 'src/app/ui, host, api and text serve every feature and know none. Pass what they need as properties.',
    from: { path: '^src/app/(ui|host|api|text)/' },
    to: { path: '^src/app/features/' },
  },
  {
    name: 'api-and-host-draw-nothing',
    severity: 'error',
    comment: 'src/app/api and host answer questions; what is drawn of the answer belongs to src/app/ui or a feature.',
    from: { path: '^src/app/(api|host)/' },
    to: { path: ['^src/app/ui/', packages('@fluentui')] },
  },
  only(
    'text-is-words',
    '^src/app/text/',
    ['^src/(core|contract)/', '^src/app/text/', packages('@lingui')],
    'src/app/text holds sentences: no components, no requests.',
  ),
  only(
    'ports-speak-core',
    '^server/ports/',
    ['^server/ports/', '^src/core/'],
    'A port is an interface in our own words: core types only.',
  ),
  only(
    'usecases-need-ports',
    '^server/usecases/',
    ['^server/(usecases|ports|effects)/', '^src/core/'],
    'A use case asks core and ports. Take an adapter as a need; parse and present in server/http.',
  ),
  only(
    'effects-need-ports',
    '^server/effects/',
    ['^server/(effects|ports)/', '^src/core/'],
    'An effect is performed through ports. Promise it in a use case; build it in server/compose.ts.',
  ),
  {
    name: 'adapter-serves-ports',
    severity: 'error',
    comment: 'An adapter keeps a port and knows neither http, use cases, contract nor the app.',
    from: { path: '^server/adapters/' },
    to: { path: '^(server|src)/', pathNot: ['^server/(adapters|ports)/', '^src/core/'] },
  },
  {
    name: 'adapter-knows-no-other-adapter',
    severity: 'error',
    comment: 'Adapters meet in server/compose.ts only. What two need belongs in a port or in core.',
    from: { path: '^server/adapters/([^/]+)/' },
    to: { path: '^server/adapters/', pathNot: '^server/adapters/$1/' },
  },
  {
    name: 'http-calls-usecases',
    severity: 'error',
    comment: 'server/http parses, calls a use case and presents. Adapters are given to it by server/compose.ts.',
    from: { path: '^server/http/' },
    to: { path: '^(server|src)/', pathNot: ['^server/(http|usecases|ports)/', '^src/(core|contract)/'] },
  },
  only(
    'config-stands-alone',
    '^server/config\\.ts$',
    ['^src/core/', '^server/ports/', packages('zod'), '^node:', '^(path|fs|url)$'],
    'server/config.ts turns the environment into typed settings and knows nothing else.',
  ),
  onlyFrom(
    'composed-once',
    '^server/(compose|policy-data)\\.ts$',
    ['^server/(main|compose)\\.ts$', '^server/dev/'],
    'server/compose.ts builds things, and reads policy files, for an entry point. Take what you need as a parameter.',
  ),
  {
    name: 'no-new-room',
    severity: 'error',
    comment:
      'server has ports, usecases, effects, adapters/<one>, http, dev, compose.ts, config.ts, policy-data.ts and main.ts.',
    from: {
      path: '^server/',
      pathNot: [
        '^server/(ports|usecases|effects|adapters/[^/]+|http|dev)/',
        '^server/(compose|config|policy-data|main)\\.ts$',
      ],
    },
    to: {},
  },
  {
    name: 'dev-never-ships',
    severity: 'error',
    comment: 'server/dev is for trying out and for tests: nothing that ships may import it.',
    from: { path: '^(src|server)/', pathNot: '^server/dev/' },
    to: { path: '^server/dev/' },
  },
  {
    name: 'microsoft365-stands-apart',
    severity: 'error',
    comment: 'The local Microsoft 365 is the outside: it speaks HTTP with us and knows nothing of our server.',
    from: { path: '^server/dev/microsoft365/' },
    to: { path: '^server/', pathNot: '^server/dev/' },
  },
  {
    name: 'tests-stay-tests',
    severity: 'error',
    comment: 'Nothing may import tests or bench. Move what is needed to the layer it belongs to.',
    from: { pathNot: '^(tests|bench)/|^[^/]+$' },
    to: { path: '^(tests|bench)/' },
  },
];

const outside = [
  onlyFrom(
    'teams-in-host',
    packages('@microsoft/teams-js', '@azure/msal-browser'),
    ['^src/app/host/', '^server/dev/teams-host/'],
    'Ask src/app/host: it is the one place that knows Teams and Outlook.',
  ),
  onlyFrom(
    'graph-in-its-adapter',
    packages('@microsoft/microsoft-graph-client'),
    ['^server/adapters/graph/'],
    'Ask the calendar, mail, directory or meeting-chat port; server/adapters/graph keeps them.',
  ),
  onlyFrom(
    'entra-in-its-adapter',
    packages('@azure/msal-node'),
    ['^server/adapters/entra/'],
    'Ask the identity port; server/adapters/entra keeps it.',
  ),
  onlyFrom(
    'jose-in-its-adapter',
    packages('jose'),
    ['^server/adapters/entra/', '^server/dev/'],
    'Ask the identity port; server/adapters/entra keeps it.',
  ),
  onlyFrom(
    'sql-in-its-adapter',
    packages('pg', '@types/pg', 'kysely', '@electric-sql/pglite'),
    ['^server/adapters/sql/'],
    'Ask the store port; server/adapters/sql keeps it.',
  ),
  onlyFrom(
    'documents-in-their-adapter',
    packages('mjml', '@types/mjml', 'pdfkit', '@types/pdfkit', '@expo-google-fonts'),
    ['^server/adapters/documents/'],
    'Ask the documents port; server/adapters/documents keeps it.',
  ),
  onlyFrom(
    'windows-zones-in-graph',
    packages('windows-iana'),
    ['^server/adapters/graph/', '^server/dev/'],
    'Zones are IANA names everywhere but at Graph, where server/adapters/graph translates.',
  ),
  onlyFrom(
    'logger-in-system',
    packages('pino'),
    ['^server/adapters/system/'],
    'Log through the logger port; server/adapters/system keeps it.',
  ),
  onlyFrom(
    'express-in-http',
    packages('express', '@types/express'),
    ['^server/http/', '^server/dev/'],
    'server/http speaks HTTP. A use case takes its input and returns its answer.',
  ),
  onlyFrom(
    'react-in-the-browser',
    packages('react', '@types/react', 'react-dom', '@types/react-dom', '@fluentui'),
    ['^src/app/', '^server/dev/teams-host/'],
    'What is drawn in a browser lives in src/app.',
  ),
  {
    name: 'ships-with-its-dependencies',
    severity: 'error',
    comment: 'What ships may use "dependencies" of package.json only, not "devDependencies".',
    from: { path: '^(src|server)/', pathNot: '^server/dev/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
];

const shape = [
  {
    name: 'no-circular',
    severity: 'error',
    comment: 'Two files that need each other are one thing, or hide a third. Move what both need to a file of its own.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    comment: 'Nobody imports this file and it imports nothing. Use it or delete it.',
    from: { orphan: true, path: '^(src|server)/', pathNot: ['\\.(html|css|json)$'] },
    to: {},
  },
  {
    name: 'not-to-unresolvable',
    severity: 'error',
    comment: 'This import leads nowhere. Imports carry their extension: #core/time.ts, ./agenda-store.ts.',
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden: [...layers, ...outside, ...shape],
  options: {
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['^(dist|test-results|appPackage/build|\\.cache)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    cache: false,
  },
};
