import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Options that give apt-get a state of its own under a folder, so that it needs no rights on the system and
 * changes nothing there. What is installed is still read from the system.
 */
export function privateAptOptions(folder: string): string[] {
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'log'])
    mkdirSync(join(folder, part), { recursive: true })
  const settings = {
    'Dir::State': join(folder, 'state'),
    'Dir::State::status': '/var/lib/dpkg/status',
    'Dir::Cache': join(folder, 'cache'),
    'Dir::Log': join(folder, 'log'),
    'APT::Sandbox::User': '',
    'Debug::NoLocking': 'true',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
}
