import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { debianPackages } from './debianPackages.ts'
import { ExpectedFailure } from './expectedFailure.mjs'
import { findOnPath } from './findOnPath.ts'
import { projectRoot } from './projectRoot.ts'
import type { Session } from './runCommand.ts'
import { runTool } from './runTool.mjs'
import { texts } from './texts.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
/** Cyrillic, emoji and Korean, so that pictures of the pages show what people see. */
const FONTS = ['fonts-dejavu-core', 'fonts-noto-color-emoji', 'fonts-nanum']

/** A Chromium for the browser tests: CHROMIUM_PATH, what is on the PATH, else the system archive's. */
export async function findChromium(session: Session): Promise<string> {
  const step = session.progress.step(texts.chromium)
  const known = process.env.CHROMIUM_PATH || findOnPath(...NAMES) || (existsSync(MAC) ? MAC : undefined)
  const path = known ?? (await fetchChromium(session))
  const { code, stdout } = await runTool(path, ['--version'])
  if (code === 0) {
    step.done(stdout.trim())
    return path
  }
  step.fail()
  throw ExpectedFailure.from(texts.chromiumMissing(texts.doesNotRun(path)))
}

async function fetchChromium(session: Session): Promise<string> {
  const cacheDir = join(projectRoot, '.gongbu', 'cache')
  mkdirSync(cacheDir, { recursive: true })
  const options = { name: 'chromium', packages: ['chromium', ...FONTS], cacheDir, session }
  const { root, libraryPath } = await debianPackages(options).catch((error: Error) => {
    session.throwIfStopping()
    throw ExpectedFailure.from(texts.chromiumMissing(error.message))
  })
  return root === '/' ? '/usr/bin/chromium' : writeStarter(root, libraryPath)
}

/** An unpacked Chromium finds neither its libraries nor its fonts by itself. */
function writeStarter(root: string, libraryPath: string): string {
  const fontsFile = join(root, 'fonts.conf')
  const starter = join(root, 'chromium')
  const folders = ['/usr/share/fonts', join(root, 'usr/share/fonts')]
  writeFileSync(
    fontsFile,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${folders
      .map((folder) => `<dir>${folder}</dir>`)
      .join('')}<cachedir>${join(root, 'font-cache')}</cachedir></fontconfig>\n`,
  )
  const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
  writeFileSync(
    starter,
    [
      '#!/bin/sh',
      `export LD_LIBRARY_PATH=${quote(libraryPath)}`,
      `export FONTCONFIG_FILE=${quote(fontsFile)}`,
      `exec ${quote(join(root, 'usr/lib/chromium/chromium'))} "$@"`,
      '',
    ].join('\n'),
    { mode: 0o755 },
  )
  return starter
}
