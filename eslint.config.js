import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { noDiscardedResult } from './scripts/lint/no-discarded-result.ts';

/**
 * The project's own rules; those of the language are in `.oxlintrc.json`, which is several times faster and cannot look at
 * the types of a rule of ours. The core's rules: time, randomness and wording come in as parameters.
 */
export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '.next/',
      'var/',
      'next-env.d.ts',
      'test-results/',
      'playwright-report/',
      '**/*.d.json.ts',
      '**/*.js',
    ],
  },
  tseslint.configs.base,
  {
    files: ['**/*.ts', '**/*.tsx'],
    // A comment that turns a rule off names one of the language: oxlint tells of those that are needed no more.
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { puente: { rules: { 'no-discarded-result': noDiscardedResult } } },
    rules: { 'puente/no-discarded-result': 'error' },
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
);
