import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig({
  files: ['src/**/*.ts'],
  ignores: ['**/*.test.ts'],
  extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
  languageOptions: { parserOptions: { projectService: true } },
  rules: {
    curly: 'error',
    'no-use-before-define': 'error',
    'require-await': 'error',
    '@typescript-eslint/explicit-function-return-type': 'error',
    '@typescript-eslint/strict-boolean-expressions': 'error',
  },
});
