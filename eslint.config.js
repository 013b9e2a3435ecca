import tseslint from 'typescript-eslint';
import { noDiscardedResult } from './scripts/lint/no-discarded-result.ts';

/** Biome formats, ESLint judges. The core has rules of its own: time, randomness and wording come in as parameters. */
export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '.next/',
      'var/',
      'next-env.d.ts',
      'test-results/',
      'playwright-report/',
      '**/*.d.json.ts',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.cjs', '*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { puente: { rules: { 'no-discarded-result': noDiscardedResult } } },
    rules: {
      'puente/no-discarded-result': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 3 }],
      eqeqeq: 'error',
      // A name that begins with _ says that it is taken off on purpose.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      // Numbers and booleans in template strings are plain text here; objects stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Handlers of contracts answer promises though a double has nothing to await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['core/**/*.ts'],
    ignores: ['core/**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Intl', 'fetch', 'process', 'console', 'crypto', 'setTimeout', 'setInterval'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The core has no clock: take `now: Instant` as a parameter.' },
        {
          object: 'Math',
          property: 'random',
          message: 'The core has no randomness: take a seed or bytes as a parameter.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The core has no clock: take `now: Instant` as a parameter.',
        },
      ],
    },
  },
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/consistent-type-definitions': 'off' } },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'puente/no-discarded-result': 'off' },
  },
);
