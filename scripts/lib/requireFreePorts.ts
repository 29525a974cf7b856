import { ExpectedFailure } from './expectedFailure.mjs'
import { isPortFree } from './findPort.ts'
import { portHolder } from './portHolder.ts'
import type { Settings } from './readSettings.ts'
import { texts } from './texts.mjs'

/** Looks at every port before anything is started: a stack that comes up by half helps nobody. */
export async function requireFreePorts({ ports, isLive }: Settings): Promise<void> {
  const wanted: [string, number | undefined][] = [
    ['PORT', ports.web],
    ['INTERNAL_PORT', ports.internal],
    ['RUNNER_PORT', ports.runner],
    ['EMULATOR_PORT', isLive ? undefined : ports.emulator],
  ]
  for (const [variable, port] of wanted) {
    if (port === undefined) continue
    const twin = wanted.find(([other, number]) => other !== variable && number === port)
    if (twin) throw ExpectedFailure.from(texts.portTwice(variable, twin[0], port))
    if ((await isPortFree(port, '::')) && (await isPortFree(port, '127.0.0.1'))) continue
    throw ExpectedFailure.from(texts.portBusy(variable, port, portHolder(port)))
  }
}
