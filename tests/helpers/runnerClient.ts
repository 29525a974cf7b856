import { createRunnerClient } from '../../src/contracts/runnerClient.ts'

/** What the runner says to the running web process, said by the test. */
export const runnerClient = ({ webUrl }: { webUrl: string }) =>
  createRunnerClient({ baseUrl: webUrl, secret: process.env.RUNNER_SECRET ?? '', timeoutMs: 30_000 })
