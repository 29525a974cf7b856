import { GRAPHQL_POST } from '@payloadcms/next/routes'
import type { SanitizedConfig } from 'payload'

export const graphqlHandler = (config: Promise<SanitizedConfig>): ((request: Request) => Promise<Response>) =>
  GRAPHQL_POST(config)
