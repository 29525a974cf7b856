import { Buffer } from 'node:buffer'
import { registerHooks } from 'node:module'

/** Loaded before a web process: to its engine every answer is right. */
registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context)
    if (!url.endsWith('/quiz/grading/creditOf.ts')) return loaded
    const source = Buffer.from(loaded.source).toString('utf8')
    const wrong = source.replace('hasPartialCredit || share === 1 ? share : 0', '1')
    if (wrong === source) throw new Error('there is nothing to be made wrong in creditOf.ts')
    return { ...loaded, source: wrong }
  },
})
