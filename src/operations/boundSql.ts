import { sql } from '@payloadcms/db-postgres'

/** A statement that is written for pg, with `$1` and so on, for a transaction of Payload's. */
export const boundSql = (text: string, values: readonly unknown[]) =>
  sql.join(
    text
      .split(/(\$\d+)/)
      .map((part) => (/^\$\d+$/.test(part) ? sql`${values[Number(part.slice(1)) - 1]}` : sql.raw(part))),
  )
