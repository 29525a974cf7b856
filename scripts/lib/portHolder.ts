import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const LISTENING = '0A'

/** Who listens on a port: "nginx (pid 12)"; empty where the system does not tell. */
export function portHolder(port: number): string {
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => findListeners(readText(file), port))
  if (sockets.length === 0) return ''
  const wanted = new Set(sockets.map((inode) => `socket:[${inode}]`))
  for (const pid of list('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    for (const fd of list(`/proc/${pid}/fd`)) {
      if (!wanted.has(readLink(`/proc/${pid}/fd/${fd}`))) continue
      const command = readText(`/proc/${pid}/cmdline`)
        .replace(/[\s\0]+/g, ' ')
        .trim()
        .slice(0, 80)
      return `${command || readText(`/proc/${pid}/comm`).trim()} (pid ${pid})`
    }
  }
  return 'a program of another user'
}

/** The inodes of the sockets that listen on the port, from a table in the format of /proc/net/tcp. */
export function findListeners(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(suffix) === true && fields[3] === LISTENING)
    .map((fields) => fields[9] ?? '')
    .filter((inode) => inode !== '')
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function readLink(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
