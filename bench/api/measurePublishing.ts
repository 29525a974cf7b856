import { setTimeout as pause } from 'node:timers/promises'

import type { Client } from 'pg'

const limitMs = 10_000

type Course = { title: string }

/**
 * Changes a course's title and publishes it at one process, while another one is asked for it all the time.
 * @returns milliseconds from the answer to the publishing to the first answer that shows it
 */
export const measurePublishing = async (options: {
  client: Client
  publishing: { port: number; token: string }
  reading: { port: number }
  courseId: string
  times: number
}): Promise<number[]> => {
  const { client, publishing, reading, courseId, times } = options
  const call = async (port: number, method: string, path: string, token?: string, body?: object) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/courses/${courseId}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: body && JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Course
  }
  await client.query('UPDATE courses SET is_listed = true WHERE id = $1', [courseId])
  const { port, token } = publishing
  const measured: number[] = []
  for (let time = 0; time < times; time++) {
    await call(reading.port, 'GET', '')
    const title = `A course, edition ${time}`
    await call(port, 'PUT', '', token, { title })
    await call(port, 'POST', '/publish', token, {})
    const since = performance.now()
    while ((await call(reading.port, 'GET', '')).title !== title) {
      if (performance.now() - since > limitMs) throw new Error('the publishing is not seen')
      await pause(1)
    }
    measured.push(performance.now() - since)
  }
  return measured
}
