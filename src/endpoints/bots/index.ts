import type { CollectionConfig } from 'payload'

import { askForCheck } from '../../operations/fleet/askForCheck.ts'
import { describeFleet } from '../../operations/fleet/describeFleet.ts'
import { endpoint, routeParam } from '../endpoint.ts'

/** What operators do with the bots of all courses; below `/api/bots`. */
export const botEndpoints: Exclude<CollectionConfig['endpoints'], false | undefined> = [
  endpoint('get', '/fleet', describeFleet),
  endpoint('post', '/:id/check', (req) => askForCheck(req, routeParam(req, 'id'))),
]
