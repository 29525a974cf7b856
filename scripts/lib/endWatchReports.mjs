/**
 * Loaded before a process that `node --watch` runs. The watcher is told of every module by messages to the
 * parent process, which Next's development server inherits and takes for answers of its own workers. So the
 * reports end where Next begins: our own modules have all been reported by then.
 */
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === 'next') delete process.env.WATCH_REPORT_DEPENDENCIES
    return nextResolve(specifier, context)
  },
})
