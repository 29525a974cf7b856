import { z } from 'zod'

import { hasRole } from '../../access/hasRole.ts'
import {
  mediaFieldsSchema,
  mediaListSchema,
  mediaQuerySchema,
  mediaSchema,
} from '../../contracts/api/media.ts'
import { deleteMedia } from '../../operations/media/deleteMedia.ts'
import { findReadableMedia } from '../../operations/media/findReadableMedia.ts'
import { keepUpload } from '../../operations/media/keepUpload.ts'
import { listMedia } from '../../operations/media/listMedia.ts'
import { presentMedia } from '../../operations/media/presentMedia.ts'
import { apiRoute } from '../apiRoute.ts'

const tag = 'Media' as const
const params = z.object({ mediaId: z.uuid() })
const gone = 'There is no such file of the caller’s'

export const mediaRoutes = [
  apiRoute({
    method: 'post',
    path: '/media',
    operationId: 'uploadMedia',
    tag,
    summary: 'Upload a file for lessons',
    description:
      'What it is is found out from the file itself, whatever it is called; pictures and films lose what tells of their makers. Programs are refused.',
    access: 'account',
    upload: {
      isAllowed: hasRole('creator', 'admin'),
      megabytes: ({ MEDIA_MAX_FILE_MB }) => MEDIA_MAX_FILE_MB,
    },
    body: mediaFieldsSchema,
    answer: mediaSchema,
    status: 201,
    refusals: { 403: 'The session belongs to a course’s bot, or the caller is no creator' },
    handle: async ({ act, file, body }) => presentMedia(await keepUpload(await act(), file, body)),
  }),
  apiRoute({
    method: 'get',
    path: '/media',
    operationId: 'listMedia',
    tag,
    summary: 'Your files, the last first',
    access: 'account',
    query: mediaQuerySchema,
    answer: mediaListSchema,
    handle: ({ payload, caller, query }) => listMedia(payload.db.pool, caller.account.id, query),
  }),
  apiRoute({
    method: 'get',
    path: '/media/{mediaId}',
    operationId: 'getMedia',
    tag,
    summary: 'A file of yours, or of a course with several authors',
    access: 'account',
    params,
    answer: mediaSchema,
    refusals: { 404: gone },
    handle: async ({ act, params: { mediaId } }) =>
      presentMedia(await findReadableMedia(await act(), mediaId)),
  }),
  apiRoute({
    method: 'delete',
    path: '/media/{mediaId}',
    operationId: 'deleteMedia',
    tag,
    summary: 'Delete a file',
    access: 'account',
    params,
    refusals: {
      403: 'The session belongs to a course’s bot, or the file to a co-author',
      404: gone,
      409: 'A release of a course uses it: `details` says which',
    },
    handle: async ({ act, params: { mediaId } }) => deleteMedia(await act(), mediaId),
  }),
]
