import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** One registry per call, so that a process may hold two runners (tests do). */
export const createMetrics = () => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    updates: new Counter({
      name: 'gongbu_runner_updates_total',
      help: 'Updates by kind and by what Telegram was answered',
      labelNames: ['kind', 'result'],
      registers,
    }),
    updateSeconds: new Histogram({
      name: 'gongbu_runner_update_seconds',
      help: 'From the arrival of an update to its answer',
      buckets: seconds,
      registers,
    }),
    batchSize: new Histogram({
      name: 'gongbu_runner_action_batch_size',
      help: 'Actions in one call of the CMS',
      buckets: [0, 1, 2, 4, 8, 16, 32, 64],
      registers,
    }),
    busyActions: new Counter({
      name: 'gongbu_runner_busy_actions_total',
      help: 'Actions put off because their learner was busy elsewhere',
      registers,
    }),
    droppedReceipts: new Counter({
      name: 'gongbu_runner_dropped_receipts_total',
      help: 'Receipts lost for want of room while the CMS was away',
      registers,
    }),
    deferredSends: new Counter({
      name: 'gongbu_runner_deferred_sends_total',
      help: 'Deliveries that Telegram put off',
      registers,
    }),
    telegramCalls: new Counter({
      name: 'gongbu_runner_telegram_calls_total',
      help: 'Bot API calls by method and result',
      labelNames: ['method', 'result'],
      registers,
    }),
    botChecks: new Counter({
      name: 'gongbu_runner_bot_checks_total',
      help: 'Looks at bots by what they have shown',
      labelNames: ['finding'],
      registers,
    }),
    notices: new Counter({
      name: 'gongbu_runner_notices_total',
      help: 'What learners were told of our own accord, by kind and by what became of it',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    /** A gauge is read when somebody asks. */
    gauge: (name: string, help: string, read: () => number) =>
      new Gauge({
        name: `gongbu_runner_${name}`,
        help,
        registers,
        collect() {
          this.set(read())
        },
      }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
