import path from 'node:path'

import { createConfig, lintFromString, type NormalizedProblem } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'

import { apiRoutes } from './apiRoutes.ts'
import { describeApi } from './describeApi.ts'

const committed = path.join(import.meta.dirname, '../../docs/api/openapi.json')
const write = () => `${JSON.stringify(describeApi(apiRoutes, 'http://localhost:3000'), null, 2)}\n`

describe('describeApi', () => {
  // After a change of the API: `npm test -- unit src/api -u` writes it anew.
  it('should be the document that is committed', async () => {
    await expect(write()).toMatchFileSnapshot(committed)
  })

  it('should be without fault by the linter’s recommended rules', async () => {
    const config = await createConfig({ extends: ['recommended'], rules: { 'no-server-example.com': 'off' } })
    const problems = await lintFromString({ source: write(), config })
    const told = ({ ruleId, message, location }: NormalizedProblem) =>
      `${ruleId}: ${message} (${location[0]?.pointer})`
    expect(problems.map(told)).toEqual([])
  })

  it('should give each operation a name of its own', () => {
    const names = apiRoutes.map(({ operationId }) => operationId)
    expect(new Set(names).size).toBe(names.length)
  })
})
