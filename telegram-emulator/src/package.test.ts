import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

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
  version: string
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
  const links = join(folder, 'app', 'node_modules', '.bin')
  await mkdir(links)
  await symlink(join(home, manifest.bin[NAME] ?? ''), join(links, NAME))
  return { home, files: (packed?.files ?? []).map(({ path }) => path), manifest }
}

function installed(name: string): string {
  const own = join(source, 'node_modules', name)
  return existsSync(own) ? own : join(source, '..', 'node_modules', name)
}

/** What the package's modules import, as they write it. */
async function importsOf(home: string, files: string[]): Promise<Map<string, string[]>> {
  const modules = files.filter((path) => /^dist\/(?!ui\/page).*\.js$/.test(path))
  const read = async (path: string) => {
    const text = await readFile(join(home, path), 'utf8')
    const found = text.matchAll(
      /^(?:import\b[^'"]*?|export (?:\*|\{[^}]*\})[^'"]*from )['"]([^'"]+)|\bimport\(['"]([^'"]+)/gm,
    )
    return [path, [...found].map(([, fixed, late]) => fixed ?? late ?? '')] as const
  }
  return new Map(await Promise.all(modules.map(read)))
}

/** Starts the command; gives its address and a way to end it as a person does. */
async function start(command: string, ...args: string[]) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
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

let folder: string
let packed: Awaited<ReturnType<typeof installPacked>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-package-'))
  packed = await installPacked(folder)
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

it('should import nothing but its own files and what it lists', async () => {
  const { home, files, manifest } = packed
  const imports = await importsOf(home, files)
  expect(imports.size).toBeGreaterThan(100)
  for (const [path, names] of imports) {
    for (const name of names) {
      const isOwn = name.startsWith('.') && files.includes(join(dirname(path), name))
      const [, listed = ''] = /^((?:@[^/]+\/)?[^/]+)/.exec(name) ?? []
      const isListed = name.startsWith('node:') || listed in manifest.dependencies
      expect(isOwn || isListed, `${path} imports ${name}`).toBe(true)
    }
  }
})

it('should work when it is installed from its tarball', { timeout: 120_000 }, async () => {
  const { files, manifest } = packed
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
  // As in a shell of its own: not with what the npm that runs the tests has set.
  const env = { ...process.env }
  for (const name of Object.keys(env)) if (name.startsWith('npm_')) delete env[name]
  const npx = await run('npx', ['--no-install', NAME, '--version'], { cwd: app, env })
  expect(npx.stdout.trim()).toBe(manifest.version)
  const command = join(app, 'node_modules', '.bin', NAME)
  const { url, stop } = await start(command, '--port', '0', '--data-dir', dataDir)
  const { stdout } = await run(process.execPath, ['use.js', url], { cwd: app })
  expect(JSON.parse(stdout)).toEqual([
    ['hello', '200'],
    ['hello', '200'],
  ])
  expect(await stop()).toBe(0)
  expect(existsSync(join(dataDir, 'state.json'))).toBe(true)
})
