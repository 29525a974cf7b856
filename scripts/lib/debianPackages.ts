import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { libraryFolders } from './libraryFolders.ts'
import { privateAptOptions } from './privateAptOptions.ts'
import type { Session } from './runCommand.ts'
import { lastLines, runTool } from './runTool.mjs'
import { texts } from './texts.mjs'

export interface DebianPackages {
  /** '/' if installed on the system, else the folder they were unpacked to. */
  root: string
  /** For LD_LIBRARY_PATH; empty if installed on the system. */
  libraryPath: string
}

interface DebianOptions {
  /** What the set is called in the cache folder. */
  name: string
  packages: string[]
  cacheDir: string
  session: Session
  /** A service the packages start by themselves, which is not wanted. */
  service?: string
}

/**
 * Gets Debian packages: as root by installing them, else by unpacking them, and what of their dependencies
 * the system lacks, into a cache folder. Throws a plain Error with the reason if neither is possible.
 */
export async function debianPackages(options: DebianOptions): Promise<DebianPackages> {
  const folder = join(options.cacheDir, options.name)
  if (existsSync(folder)) return unpacked(folder)
  if (process.getuid?.() === 0) {
    const reason = await install(options)
    if (reason === undefined) return { root: '/', libraryPath: '' }
    // Another apt at work, or a system whose packages are broken: a copy of our own still may do.
    options.session.throwIfStopping()
  }
  await unpack(options, folder)
  return unpacked(folder)
}

function unpacked(root: string): DebianPackages {
  return { root, libraryPath: libraryFolders(root).join(':') }
}

/** Why it did not work; nothing if it did. */
async function install({ packages, service, session }: DebianOptions): Promise<string | undefined> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const { guard, signal } = session
  const hadService = service !== undefined && (await isServiceKnown(service))
  for (const args of [
    ['update'],
    ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=60', ...packages],
  ]) {
    const { code, output } = await runTool('apt-get', ['-qq', ...args], { env, guard, signal })
    if (code !== 0) return output
  }
  // Packages start their service where there is an init; only its program is wanted.
  if (service !== undefined && !hadService && existsSync('/run/systemd/system'))
    await runTool('systemctl', ['disable', '--now', service], { guard })
  return undefined
}

async function isServiceKnown(service: string): Promise<boolean> {
  return (await runTool('systemctl', ['cat', service])).code === 0
}

async function unpack({ packages, cacheDir, name, session }: DebianOptions, folder: string): Promise<void> {
  const work = join(cacheDir, `${name}.new-${process.pid}`)
  const debs = join(work, 'debs')
  const root = join(work, 'root')
  for (const path of [debs, root]) mkdirSync(path, { recursive: true })
  session.guard.removeAtDeath(work)
  const apt = privateAptOptions(join(work, 'apt'))
  const run = async (command: string, args: string[], cwd?: string) => {
    const result = await runTool(command, args, {
      cwd,
      env: { ...process.env, LC_ALL: 'C' },
      guard: session.guard,
      signal: session.signal,
    })
    session.throwIfStopping()
    if (result.isMissing) throw new Error(texts.notDebian)
    if (result.code !== 0)
      throw new Error(texts.aptFailed(`${command} ${args.at(-1) ?? ''}`, lastLines(result.output, 5)))
    return result.stdout
  }
  try {
    await run('apt-get', [...apt, '-qq', 'update'])
    const plan = await run('apt-get', [...apt, '-s', 'install', '--no-install-recommends', ...packages])
    await run('apt-get', [...apt, '-qq', 'download', ...missingPackages(plan)], debs)
    for (const deb of readdirSync(debs)) await run('dpkg', ['-x', join(debs, deb), root])
    renameSync(root, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
    session.guard.keep(work)
  }
}

/** What `apt-get -s install` would install, from its lines `Inst name (version origin …)`. */
export function missingPackages(plan: string): string[] {
  return [...plan.matchAll(/^Inst (\S+) (?:\[\S+\] )?\((\S+) /gm)].map(
    ([, name, version]) => `${name}=${version}`,
  )
}
