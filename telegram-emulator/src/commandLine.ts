import { join } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'

interface Flag {
  type: 'string' | 'boolean'
  short?: string
  /** What stands for its value in the help. */
  value?: string
  help: string
}

const FLAGS = {
  port: { type: 'string', short: 'p', value: 'number', help: 'port to listen on, 0 for a free one (8081)' },
  host: { type: 'string', value: 'address', help: 'address to listen on (127.0.0.1)' },
  'data-dir': {
    type: 'string',
    value: 'folder',
    help: 'keep the state and the files there (forgotten at the end)',
  },
  'public-url': { type: 'string', value: 'url', help: 'where others reach it, such as through a tunnel' },
  'log-level': {
    type: 'string',
    value: 'level',
    help: 'fatal, error, warn, info, debug, trace or silent (info)',
  },
  open: { type: 'boolean', help: 'open the chat page in the browser' },
  help: { type: 'boolean', short: 'h', help: 'show this text' },
  version: { type: 'boolean', short: 'v', help: 'show the version' },
} satisfies Record<string, Flag>

export interface CommandLine {
  wants: 'start' | 'help' | 'version'
  /** Settings by the names of their variables; they come before those. */
  settings: Record<string, string>
  publicUrl: string | undefined
  isOpened: boolean
}

/** The flags of the command; throws one line of text for a flag that is wrong. */
export function readCommandLine(args: string[]): CommandLine {
  const values = parse(args)
  const settings = {
    EMULATOR_PORT: values.port,
    EMULATOR_HOST: values.host,
    EMULATOR_DATA_FILE: values['data-dir'] && join(values['data-dir'], 'state.json'),
    LOG_LEVEL: values['log-level'],
  }
  return {
    wants: values.help ? 'help' : values.version ? 'version' : 'start',
    settings: Object.fromEntries(
      Object.entries(settings).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    publicUrl: values['public-url'] === undefined ? undefined : readUrl(values['public-url']),
    isOpened: values.open ?? false,
  }
}

export const HELP = `Usage: gongbu-telegram-emulator [flags]

A local Telegram Bot API server with a chat page and a control API.

${helpOfFlags()}

The variables EMULATOR_PORT, EMULATOR_HOST, EMULATOR_DATA_FILE and LOG_LEVEL say the same; flags come before them.
`

function parse(args: string[]) {
  try {
    const { values } = parseArgs({ args, options: FLAGS satisfies ParseArgsConfig['options'] })
    for (const [name, value] of Object.entries(values))
      if (value === '') throw new Error(`Option '--${name}' needs a value`)
    return values
  } catch (error) {
    // What follows the first sentence is advice for other kinds of commands.
    const [complaint = ''] = (error as Error).message.split('. ')
    throw new Error(complaint.replace(/\.$/, ''), { cause: error })
  }
}

function readUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new Error(`Option '--public-url' expects an http or https URL, not '${given}'`)
  return given.replace(/\/+$/, '')
}

function helpOfFlags(): string {
  const rows = Object.entries<Flag>(FLAGS).map(([name, { short, value, help }]) => {
    const names = `${short ? `-${short}, ` : '    '}--${name}${value ? ` <${value}>` : ''}`
    return `  ${names.padEnd(28)} ${help}`
  })
  return rows.join('\n')
}
