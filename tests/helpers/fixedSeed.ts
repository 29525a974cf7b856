import fc from 'fast-check'

/** The same cases each time, so that a run does not fail by chance; `FAST_CHECK_SEED` looks at others. */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_260) })
