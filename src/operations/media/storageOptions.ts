import type { S3StorageOptions } from '@payloadcms/storage-s3'

import { slugs } from '../../contracts/slugs.ts'
import type { Env } from '../../env.ts'

/** Where files are kept: on S3 when there is a bucket, else on the disk. */
export const storageOptions = (env: Env): S3StorageOptions => {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret } = env
  return {
    enabled: bucket !== undefined,
    // The columns are the same with every storage, so that it can be changed without a migration.
    alwaysInsertFields: true,
    bucket: bucket ?? '',
    collections: { [slugs.media]: true, [slugs.submissionFiles]: { prefix: 'submissions' } },
    config: {
      region: env.S3_REGION,
      endpoint: env.S3_ENDPOINT,
      forcePathStyle: env.S3_FORCE_PATH_STYLE,
      ...(id !== undefined && secret !== undefined
        ? { credentials: { accessKeyId: id, secretAccessKey: secret } }
        : {}),
    },
  }
}
