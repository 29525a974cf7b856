import { ApiFailure, callApi } from './callApi.ts'
import type { SecretStore } from './loadSecrets.ts'

const username = 'gongbu_platform_bot'

interface Made {
  token: string
  bot: { username: string }
}

/**
 * The platform bot of an installation that plays with the emulator, made there once. Its token is kept with the
 * other secrets and given to the runner alone.
 */
export async function makePlatformBot(emulatorUrl: string, secrets: SecretStore): Promise<string> {
  const bots = await callApi<{ username: string }[]>(`${emulatorUrl}/emulator/bots`)
  const known = secrets.values.platformBotToken
  if (known !== undefined && (await isGood(emulatorUrl, known))) return known
  // Whose token is lost is of no use any more; its name stays taken.
  const taken = new Set(bots.map((bot) => bot.username.toLowerCase()))
  const free = [username, ...Array.from({ length: 99 }, (_, index) => `gongbu_platform_${index + 2}_bot`)]
  const { token } = await callApi<Made>(`${emulatorUrl}/emulator/bots`, {
    method: 'POST',
    body: {
      username: free.find((name) => !taken.has(name)) ?? username,
      name: 'Gongbu',
      can_manage_bots: true,
    },
  })
  secrets.remember({ platformBotToken: token })
  return token
}

async function isGood(emulatorUrl: string, token: string): Promise<boolean> {
  try {
    await callApi(`${emulatorUrl}/bot${token}/getMe`)
    return true
  } catch (error) {
    if (error instanceof ApiFailure) return false
    throw error
  }
}
