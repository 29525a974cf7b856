import { ExpectedFailure } from './lib/expectedFailure.mjs'
import { generateCode, generatedFiles } from './lib/generateCode.ts'
import { runCommand } from './lib/runCommand.ts'
import { texts } from './lib/texts.mjs'

/** Writes the files that follow from the collections and from the types of the Bot API; they are committed. */
await runCommand(
  async (session) => {
    for (const file of generatedFiles) session.progress.say(`  ${file}`)
    const step = session.progress.step(texts.generating)
    const failure = await generateCode(session, process.env)
    if (failure === undefined) return step.done()
    step.fail()
    throw new ExpectedFailure(texts.generateFailed(failure))
  },
  { isIsolated: true },
)
