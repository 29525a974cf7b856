import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { expect, it, onTestFinished } from 'vitest'

const run = promisify(execFile)
const NAME = 'gongbu-telegram-emulator'
const source = fileURLToPath(new URL('..', import.meta.url))

const USE = `
import { startEmulator, type RunningEmulator } from '${NAME}'
import { createEmulatorClient, type ChatMessage } from '${NAME}/client'

async function talk(url: string): Promise<string[]> {
  const client = createEmulatorClient(url)
  await client.createBot({ username: 'echo_bot', name: 'Echo' })
  const { id } = await client.createPerson({ first_name: 'Ann' })
  await client.send('echo_bot', id, 'hello')
  const messages: ChatMessage[] = await client.messages('echo_bot', id)
  const page = await fetch(url)
  return [String(messages[0]?.text), String(page.status)]
}

const here: RunningEmulator = await startEmulator({ port: 0 })
const answers = [await talk(process.argv[2] ?? ''), await talk(here.url)]
await here.close()
process.stdout.write(JSON.stringify(answers))
`

interface Manifest {
  bin: Record<string, string>
  dependencies: Record<string, string>
}

/** An empty folder with the packed package and what it lists as its dependencies: nothing else can be found. */
async function installPacked(folder: string): Promise<{ home: string; files: string[]; manifest: Manifest }> {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: source })
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as {
    filename: string
    files: { path: string }[]
  }[]
  const home = join(folder, 'app', 'node_modules', NAME)
  await mkdir(home, { recursive: true })
  await run('tar', ['-xzf', join(folder, packed?.filename ?? ''), '--strip-components=1', '-C', home])
  const manifest = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as Manifest
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(folder, 'app', 'node_modules', name)
    await mkdir(dirname(link), { recursive: true })
    await symlink(installed(name), link)
  }
  return { home, files: (packed?.files ?? []).map(({ path }) => path), manifest }
}

function installed(name: string): string {
  const own = join(source, 'node_modules', name)
  return existsSync(own) ? own : join(source, '..', 'node_modules', name)
}

/** Starts the command; gives its address and a way to end it as a person does. */
async function start(command: string, ...args: string[]) {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line) as { url?: string }
    if (!url) continue
    const stop = async () => {
      const exited = once(child, 'exit')
      child.kill('SIGINT')
      return (await exited)[0] as number
    }
    return { url, stop }
  }
  throw new Error('the command ended before it listened')
}

it('should work when it is installed from its tarball', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-package-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { home, files, manifest } = await installPacked(folder)
  expect(files).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'dist/main.js',
      'dist/client.d.ts',
      'dist/ui/page/index.html',
    ]),
  )
  expect(files.filter((path) => /\.test\.|^src|testing|examples/.test(path))).toEqual([])

  const app = join(folder, 'app')
  await writeFile(join(app, 'package.json'), '{"type":"module"}')
  await writeFile(join(app, 'use.ts'), USE)
  const options = ['--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023']
  const types = ['--typeRoots', dirname(installed('@types/node')), '--types', 'node']
  await run(process.execPath, [join(installed('typescript'), 'bin', 'tsc'), ...options, ...types, 'use.ts'], {
    cwd: app,
  })

  const dataDir = join(folder, 'data')
  const command = join(home, manifest.bin[NAME] ?? '')
  const { url, stop } = await start(command, '--port', '0', '--data-dir', dataDir)
  const { stdout } = await run(process.execPath, ['use.js', url], { cwd: app })
  expect(JSON.parse(stdout)).toEqual([
    ['hello', '200'],
    ['hello', '200'],
  ])
  expect(await stop()).toBe(0)
  expect(existsSync(join(dataDir, 'state.json'))).toBe(true)
})
