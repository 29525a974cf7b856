import { spawn } from 'node:child_process'

const COMMANDS: Partial<Record<NodeJS.Platform, [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Shows the page to whoever started the emulator; `failed` is called where no browser can be found. */
export function openInBrowser(url: string, failed: (error: Error) => void): void {
  const [command, ...args] = COMMANDS[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  child.once('error', failed)
  child.unref()
}
