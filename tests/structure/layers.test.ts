import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeProject } from './made-project.ts';

const root = join(import.meta.dirname, '../..');
const config = z
  .object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) })
  .parse(createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')));

/** What stands there to be imported, allowed as it is. */
const innocent: Record<string, string> = {
  'src/core/time.ts':
    "import { Temporal } from 'temporal-polyfill';\nexport const epoch = Temporal.Instant.fromEpochMilliseconds(0);\n",
  'src/core/agenda/agenda.ts': "import { epoch } from '#core/time.ts';\nexport const began = epoch;\n",
  'src/contract/agenda.ts': "import { z } from 'zod';\nexport const item = z.string();\n",
  'src/app/features/agenda/AgendaPanel.tsx':
    "import { item } from '#contract/agenda.ts';\nexport const shown = item;\n",
  'src/app/surfaces/PersonalTab.tsx':
    "import { shown } from '../features/agenda/AgendaPanel.tsx';\nexport const tab = shown;\n",
  'src/app/host/host.ts': "import { app } from '@microsoft/teams-js';\nexport const start = app;\n",
  'server/ports/clock.ts': "import type { began } from '#core/agenda/agenda.ts';\nexport type Clock = typeof began;\n",
  'server/usecases/edit-agenda.ts':
    "import type { Clock } from '#server/ports/clock.ts';\nexport type Needs = Clock;\n",
  'server/effects/perform.ts': "import type { Clock } from '../ports/clock.ts';\nexport type Worker = Clock;\n",
  'server/adapters/sql/store.ts': "import pg from 'pg';\nexport const pool = pg;\n",
  'server/adapters/graph/calendar.ts':
    "import type { Clock } from '#server/ports/clock.ts';\nexport type Calendar = Clock;\n",
  'server/http/routes/agenda.ts':
    "import type { Needs } from '#server/usecases/edit-agenda.ts';\nexport type Route = Needs;\n",
  'server/compose.ts': "import { pool } from './adapters/sql/store.ts';\nexport const all = pool;\n",
  'server/config.ts': "import { z } from 'zod';\nexport const config = z.string();\n",
  'server/dev/main.ts': "import { all } from '../compose.ts';\nexport const dev = all;\n",
  'server/dev/microsoft365/tenant/tenant.ts': "import { hash } from 'node:crypto';\nexport const tenant = hash;\n",
  'tests/support/builders.ts': "import { began } from '#core/agenda/agenda.ts';\nexport const some = began;\n",
};

/** Each rule, and an import that breaks it: from which file, of what. */
const breaches: readonly (readonly [rule: string, from: string, what: string])[] = [
  ['core-decides-alone', 'src/core/bad/zod.ts', 'zod'],
  ['core-decides-alone', 'src/core/bad/node.ts', 'node:fs'],
  ['core-decides-alone', 'src/core/bad/contract.ts', '#contract/agenda.ts'],
  ['dates-in-one-place', 'src/core/bad/dates.ts', 'temporal-polyfill'],
  ['dates-in-one-place', 'server/usecases/bad-dates.ts', 'temporal-polyfill'],
  ['contract-speaks-core-and-zod', 'src/contract/bad.ts', 'wouter'],
  ['browser-never-imports-server', 'src/app/api/bad-server.ts', '#server/ports/clock.ts'],
  ['browser-has-no-node', 'src/app/api/bad-node.ts', 'node:path'],
  ['feature-knows-no-other-feature', 'src/app/features/record/bad.ts', '../agenda/AgendaPanel.tsx'],
  ['features-below-surfaces', 'src/app/features/record/bad-surface.ts', '../../surfaces/PersonalTab.tsx'],
  ['ui-below-features', 'src/app/ui/bad.ts', '../features/agenda/AgendaPanel.tsx'],
  ['api-and-host-draw-nothing', 'src/app/host/bad-ui.ts', '@fluentui/react-components'],
  ['text-is-words', 'src/app/text/bad.ts', 'react'],
  ['ports-speak-core', 'server/ports/bad.ts', 'zod'],
  ['usecases-need-ports', 'server/usecases/bad.ts', '#server/adapters/sql/store.ts'],
  ['usecases-need-ports', 'server/usecases/bad-contract.ts', '#contract/agenda.ts'],
  ['effects-need-ports', 'server/effects/bad.ts', '../usecases/edit-agenda.ts'],
  ['adapter-serves-ports', 'server/adapters/sql/bad.ts', '../../usecases/edit-agenda.ts'],
  ['adapter-knows-no-other-adapter', 'server/adapters/graph/bad.ts', '../sql/store.ts'],
  ['http-calls-usecases', 'server/http/bad.ts', '../adapters/sql/store.ts'],
  ['config-stands-alone', 'server/config.ts', './compose.ts'],
  ['composed-once', 'server/http/bad-compose.ts', '../compose.ts'],
  ['no-new-room', 'server/services/bad.ts', '#core/time.ts'],
  ['dev-never-ships', 'server/http/bad-dev.ts', '../dev/microsoft365/tenant/tenant.ts'],
  ['microsoft365-stands-apart', 'server/dev/microsoft365/bad.ts', '#server/ports/clock.ts'],
  ['tests-stay-tests', 'server/dev/bad-test.ts', '#tests/support/builders.ts'],
  ['teams-in-host', 'src/app/features/record/bad-teams.ts', '@microsoft/teams-js'],
  ['graph-in-its-adapter', 'server/http/bad-graph.ts', '@microsoft/microsoft-graph-client'],
  ['entra-in-its-adapter', 'server/adapters/graph/bad-entra.ts', '@azure/msal-node'],
  ['jose-in-its-adapter', 'server/http/bad-jose.ts', 'jose'],
  ['sql-in-its-adapter', 'server/http/bad-kysely.ts', 'kysely'],
  ['sql-in-its-adapter', 'server/http/bad-pglite.ts', '@electric-sql/pglite'],
  ['documents-in-their-adapter', 'server/adapters/sql/bad-pdf.ts', 'pdfkit'],
  ['windows-zones-in-graph', 'server/adapters/sql/bad-zones.ts', 'windows-iana'],
  ['logger-in-system', 'server/http/bad-log.ts', 'pino'],
  ['express-in-http', 'server/adapters/graph/bad-express.ts', 'express'],
  ['react-in-the-browser', 'server/http/bad-react.ts', 'react'],
  ['ships-with-its-dependencies', 'server/adapters/graph/bad-dev-package.ts', 'fast-check'],
  ['not-to-unresolvable', 'src/app/api/bad-path.ts', './nowhere.ts'],
];

const shapes: Record<string, string> = {
  'src/core/circle/one.ts': "import { two } from './two.ts';\nexport const one = () => two;\n",
  'src/core/circle/two.ts': "import { one } from './one.ts';\nexport const two = () => one;\n",
  'src/core/bad/orphan.ts': 'export const alone = 1;\n',
};

const project = makeProject({
  ...innocent,
  ...shapes,
  ...Object.fromEntries(breaches.map(([, from, what]) => [from, `export * from '${what}';\nexport const bad = 1;\n`])),
});
const report = z
  .object({
    summary: z.object({
      violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
    }),
  })
  .parse(
    JSON.parse(
      project.run(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
        '.',
      ).said,
    ),
  );
const found = new Set(report.summary.violations.map(({ from, rule }) => `${rule.name} ${from}`));
afterAll(project.remove);

describe('who may import what', () => {
  it.each(breaches)('%s: %s may not import %s', (rule, from) => {
    expect([...found]).toContain(`${rule} ${from}`);
  });

  it.each([
    ['no-circular', 'src/core/circle/one.ts'],
    ['no-orphans', 'src/core/bad/orphan.ts'],
  ])('%s: %s', (rule, from) => {
    expect([...found]).toContain(`${rule} ${from}`);
  });

  it('leaves alone what keeps to the layers', () => {
    const blamed = report.summary.violations.filter(({ from }) => from in innocent && from !== 'server/config.ts');
    expect(blamed).toEqual([]);
  });

  it('has each of its rules broken here, and says what to do instead', () => {
    const broken = new Set([...breaches.map(([rule]) => rule), 'no-circular', 'no-orphans']);
    expect(config.forbidden.filter(({ name }) => !broken.has(name)).map(({ name }) => name)).toEqual([]);
    expect(config.forbidden.filter(({ comment }) => comment.length < 40).map(({ name }) => name)).toEqual([]);
  });

  it('runs as part of npm run check', () => {
    expect(readFileSync(join(root, 'scripts/check.mjs'), 'utf8')).toContain('.dependency-cruiser.cjs');
  });
});
