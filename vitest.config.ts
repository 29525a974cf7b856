import { defineConfig } from 'vitest/config'

const excluded = ['**/node_modules/**', '.next/**', '.gongbu/**']

/** What runs against PostgreSQL and Redis: each file in a database of its own. */
const withServices = {
  globalSetup: ['tests/helpers/prepareTemplate.ts'],
  setupFiles: ['tests/helpers/useOwnDatabase.ts'],
  pool: 'forks' as const,
  maxWorkers: 2,
  // Limits for what hangs: how fast anything is, is measured in bench/ and no matter here.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
}

export default defineConfig({
  test: {
    reporters: ['default', './scripts/lib/failureReporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...excluded, 'tests/**'],
          setupFiles: ['tests/helpers/fixedSeed.ts'],
          // Nothing is mocked by module, so files share a worker's modules, loaded as the product loads them.
          isolate: false,
          experimental: { viteModuleRunner: false },
          maxWorkers: 2,
          testTimeout: 30_000,
          // A busy machine answers late; a poll ends as soon as it is answered.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      { test: { name: 'int', include: ['tests/int/**/*.test.ts'], ...withServices } },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], ...withServices, maxWorkers: 1 } },
    ],
  },
})
