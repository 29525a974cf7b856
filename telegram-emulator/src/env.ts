import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

const settings = z.object({
  EMULATOR_PORT: port.default(8081).describe('a port number 0–65535, where 0 means any free port'),
  EMULATOR_HOST: z.string().min(1).default('127.0.0.1').describe('an address to listen on'),
  EMULATOR_DATA_FILE: z.string().min(1).optional().describe('a path of a file to keep the state in'),
  EMULATOR_SMTP_PORT: port.optional().describe('a port number 0–65535 to receive mail on'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('one of fatal, error, warn, info, debug, trace, silent'),
})

export type Env = z.infer<typeof settings>

/** The flags that say the same. */
const FLAGS: Readonly<Partial<Record<string, string>>> = {
  EMULATOR_PORT: '--port',
  EMULATOR_HOST: '--host',
  EMULATOR_DATA_FILE: '--data-dir',
  LOG_LEVEL: '--log-level',
}

/**
 * Reads the settings, those of the command line (by the names of the variables) first; throws one error that
 * names every bad one and what it should be.
 */
export function readEnv(
  source: Record<string, string | undefined> = process.env,
  flags: Record<string, string> = {},
): Env {
  // An empty variable is how shells and compose files say "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse({ ...given, ...flags })
  if (parsed.success) return parsed.data
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
  const lines = names.map((name) => {
    const expected = settings.shape[name as keyof typeof settings.shape].description
    const flag = name in flags ? ` (${FLAGS[name]})` : ''
    return `  ${name}${flag}: expected ${expected}`
  })
  throw new Error(`Bad settings:\n${lines.join('\n')}`)
}
