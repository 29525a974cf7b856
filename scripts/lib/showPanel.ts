import { relative } from 'node:path'
import type { DemoLink } from './makeDemo.ts'
import { projectRoot } from './projectRoot.ts'
import type { Credentials } from './readCredentials.ts'
import type { Settings } from './readSettings.ts'
import type { Session } from './runCommand.ts'
import { texts } from './texts.mjs'

interface PanelOptions {
  session: Session
  settings: Settings
  credentials: Credentials
  credentialsFile: string
  demoLinks: DemoLink[]
}

/** What a person needs next: addresses, a login, how to stop. */
export function showPanel({
  session,
  settings,
  credentials,
  credentialsFile,
  demoLinks,
}: PanelOptions): void {
  const { urls, isLive } = settings
  const file = relative(projectRoot, credentialsFile)
  const rows: [string, string | undefined][] = [
    [texts.panel.web, urls.web],
    [texts.panel.admin, urls.admin],
    [texts.panel.login, texts.panel.account(credentials.creator, isLocal(urls.web))],
    [texts.panel.otherLogins, file.startsWith('..') ? credentialsFile : file],
    [texts.panel.emulator, urls.emulator],
    ...demoLinks.map(({ language, link }): [string, string] => [texts.panel.demo(language), link]),
    [texts.panel.runner, urls.runner],
  ]
  const lines = rows
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name.padEnd(14)} ${value}`)
  const line = '─'.repeat(72)
  const next = isLive ? ['', ...texts.panel.live(isPublic(process.env.RUNNER_PUBLIC_URL))] : []
  session.progress.say(['', line, ...lines, ...next, '', texts.panel.stop, line].join('\n'))
}

/** A password belongs on the screen only of the machine that it opens. */
function isLocal(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
}

function isPublic(url: string | undefined): boolean {
  return url?.startsWith('https:') === true
}
