import js from '@eslint/js';
import checkFile from 'eslint-plugin-check-file';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Syntax we do without, and what to do instead. The reasons stand in docs/decisions and CONTRIBUTING.md. */
const byName = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export by name, so that a thing is called the same everywhere.',
};
const noBarrel = {
  selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
  message: 'Do not pass on what another file exports: import it from the file that defines it.',
};
const noMutedTest = {
  selector:
    'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo|fixme|skipIf|runIf|fails)$/]',
  message: 'Every test runs. Put it right, or delete it and say why.',
};
const noMockedModule = {
  selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock|stubGlobal)$/]',
  message: 'Pass the need in, or imitate the outside at the wire (server/dev/microsoft365).',
};
const noClock = [
  {
    selector:
      'CallExpression[callee.object.name="Date"][callee.property.name="now"], CallExpression[callee.name="Date"]',
    message: 'Take the instant as a parameter; server code asks the clock port for it.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Take the instant as a parameter; server code asks the clock port for it.',
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'Take the instant as a parameter; server code asks the clock port for it.',
  },
  {
    selector: 'MemberExpression[object.name="performance"][property.name="now"]',
    message: 'Take the instant as a parameter; server code asks the clock port for it.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Take the identifier or the choice as a parameter; server code asks the ids port for it.',
  },
];
const noEnvironment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Read settings in server/config.ts alone and pass them on, typed.',
};
const hookInItsFile = {
  selector: 'ExportNamedDeclaration > FunctionDeclaration[id.name=/^use[A-Z]/]',
  message: 'A hook lives in a file of its name: useAgenda in use-agenda.ts.',
};

const everywhere = [byName, noBarrel];

/** @param {...{ selector: string, message: string }} syntax */
function forbid(...syntax) {
  return { 'no-restricted-syntax': ['error', ...everywhere, ...syntax] };
}

const drawers = '{index,util,utils,helper,helpers,common,types,misc,shared}';
const drawerMessage = 'Name the file after what it holds; "{{ target }}" says nothing, and a barrel ties knots.';

export default defineConfig(
  globalIgnores(['dist/', 'appPackage/build/', 'test-results/', '.cache/', '.data/']),
  {
    // Nobody waives a rule in passing: a rule that is wrong is changed here, for everybody.
    linterOptions: { noInlineConfig: true },
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    // One program for all: a program for each layer takes half as long again. tsc itself guards the layers.
    languageOptions: { parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { 'check-file': checkFile },
    rules: {
      ...forbid(),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
      'no-console': 'off',
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // There are no enums (erasableSyntaxOnly) and hardly a class: these two cost seconds and find nothing.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // What keeps a port's promise is async whether or not it waits for anything itself.
      '@typescript-eslint/require-await': 'off',
      // Brackets say that a key may be missing: `headers['etag']`.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'check-file/filename-blocklist': [
        'error',
        { [`**/${drawers}.{ts,tsx,mjs,js}`]: '*', [`**/${drawers}/**`]: '*' },
        { errorMessage: drawerMessage },
      ],
      'check-file/folder-naming-convention': ['error', { '{src,server,tests,bench,scripts}/**/': 'KEBAB_CASE' }],
      'check-file/filename-naming-convention': [
        'error',
        { '{src,server,bench,scripts}/**/!(*.styles).{ts,mjs}': 'KEBAB_CASE', 'server/**/*.styles.ts': 'PASCAL_CASE' },
        { ignoreMiddleExtensions: true },
      ],
    },
  },
  {
    files: ['src/app/**/*.tsx', 'src/app/**/*.styles.ts'],
    rules: {
      'check-file/filename-naming-convention': [
        'error',
        { 'src/app/!(tab|outlook|main).tsx': 'PASCAL_CASE', 'src/app/*/**/*.{tsx,styles.ts}': 'PASCAL_CASE' },
        { ignoreMiddleExtensions: true },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'server/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['server/dev/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/core/**', 'server/usecases/**'],
    rules: forbid(noEnvironment, ...noClock),
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/config.ts', 'server/usecases/**'],
    rules: forbid(noEnvironment),
  },
  {
    // Components and hooks; elsewhere there is nothing for these rules to find, and they are slow.
    files: ['src/app/**/{use-*.ts,*.tsx}', 'server/dev/teams-host/**/{use-*.ts,*.tsx}'],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...forbid(),
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // Where the caret shall wait is part of the design of some boxes; Fluent's own components take care of the rest.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      // Escape and Enter are heard at the form around a box; what is pressed with a pointer must be a control.
      'jsx-a11y/no-noninteractive-element-interactions': [
        'error',
        { handlers: ['onClick', 'onMouseDown', 'onMouseUp'] },
      ],
      // An async handler in JSX is fine: what it throws is shown by the query it awaits.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    // The slow ones, which compile each component to judge it, for what ships alone.
    files: ['src/app/**/{use-*.ts,*.tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // In api and host, a hook may stand beside the one thing it reads.
    files: ['src/app/{features,surfaces,ui}/**/*.{ts,tsx}'],
    ignores: ['**/use-*.{ts,tsx}'],
    rules: forbid(hookInItsFile),
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      ...forbid(noMutedTest, noMockedModule),
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    // The tools read these by their default export.
    files: ['*.config.{ts,js}', 'server/dev/teams-host/vite.config.ts', 'tests/setup/postgres.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Plain JavaScript: what runs before anything is installed, and the tools' own files. Types come from JSDoc.
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
