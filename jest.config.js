/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testTimeout: 30_000,
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/__tests__/(fixtures|expected|retrofit/projects)/',
  ],
  modulePathIgnorePatterns: [
    '<rootDir>/dist',
    '<rootDir>/__tests__/expected/',
    '<rootDir>/generators/.*/templates',
  ],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/__tests__/strip-types.mjs' },
  coverageProvider: 'v8',
};
