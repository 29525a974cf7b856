import { ExpectedFailure } from './lib/expectedFailure.mjs'
import { generateCode, listGenerated } from './lib/generateCode.ts'
import { runCommand } from './lib/runCommand.ts'
import { texts } from './lib/texts.mjs'

/** Writes the files that follow from the collections, the Bot API's types and our API's document; they are committed. */
await runCommand(
  async (session) => {
    for (const file of listGenerated()) session.progress.say(`  ${file}`)
    const step = session.progress.step(texts.generating)
    const failure = await generateCode(session, process.env)
    if (failure === undefined) return step.done()
    step.fail()
    throw new ExpectedFailure(texts.generateFailed(failure))
  },
  { isIsolated: true },
)
