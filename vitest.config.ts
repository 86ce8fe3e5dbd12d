import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/build-once.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores carry the workers and Chromium alike.
    maxWorkers: 2,
  },
})
