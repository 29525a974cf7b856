import path from 'node:path'

import { createEmulatorClient } from '../../telegram-emulator/src/client.ts'
import { startBenchProcess } from '../lib/benchProcess.ts'
import { createChatLoad, type ChatLoad } from './chatLoad.ts'
import type { Memory } from './measureMemory.ts'
import { botUsername, inFlight, peopleCount } from './scene.ts'

/** One of the two servers that are compared, with people and a bot that use it. */
export type EmulatorCase = {
  pid: number
  load: ChatLoad
  stop: () => Promise<void>
}

/** The emulator as anybody starts it, in memory alone, with one bot and 10,000 people who have started it. */
export const startEmulatorCase = async (
  profile: string | undefined,
): Promise<EmulatorCase & { memory: () => Promise<Memory>; requireDone: () => Promise<void> }> => {
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const server = await startBenchProcess(path.join(import.meta.dirname, 'emulator.process.ts'), {
    nodeArgs: ['--expose-gc', ...profiling],
  })
  const client = createEmulatorClient(`http://127.0.0.1:${server.port}`)
  const { token } = await client.createBot({ username: botUsername, name: 'Bench' })
  const people: number[] = []
  const makePeople = async () => {
    while (people.length < peopleCount)
      people.push((await client.createPerson({ first_name: 'Ann', language_code: 'en' })).id)
  }
  await Promise.all(Array.from({ length: inFlight }, makePeople))
  const load = await createChatLoad(server.port, token, people)
  // Everybody once: from here on there are as many chats as people.
  let opened = 0
  const openChats = async () => {
    while (opened++ < people.length) await load.act()
  }
  await Promise.all(Array.from({ length: inFlight }, openChats))
  return {
    pid: server.pid,
    load,
    stop: async () => {
      load.close()
      await server.stop()
    },
    memory: () => server.ask<Memory>('memory'),
    requireDone: async () => {
      const { webhook } = await client.bot(botUsername)
      const chats = await client.chats()
      if (webhook.pending_update_count > 0 || webhook.last_error_message)
        throw new Error(`updates were left or failed: ${JSON.stringify(webhook)}`)
      const silent = chats.filter(({ last_message: last }) => last?.from.is_bot !== true)
      if (chats.length < peopleCount || silent.length > 0)
        throw new Error(`of ${chats.length} chats ${silent.length} have no answer of the bot`)
    },
  }
}

export const startFloorCase = async (): Promise<EmulatorCase> => {
  const server = await startBenchProcess(path.join(import.meta.dirname, 'floor.process.ts'))
  const people = Array.from({ length: peopleCount }, (_, index) => 5_000_000_000 + index)
  const load = await createChatLoad(server.port, '7000000001:floor', people)
  return {
    pid: server.pid,
    load,
    stop: async () => {
      load.close()
      await server.stop()
    },
  }
}
