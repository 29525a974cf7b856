import type { Contact } from '@grammyjs/types'
import { z } from 'zod'

import type { Person } from '../../../state/types.ts'

/** true is the person's own. */
export const contactSchema = z.union([
  z.literal(true),
  z
    .object({
      phone_number: z.string().min(1),
      first_name: z.string().min(1),
      last_name: z.string().optional(),
      user_id: z.number().int().optional(),
    })
    .transform(({ phone_number, first_name, last_name, user_id }): Contact => ({
      phone_number,
      first_name,
      ...(last_name && { last_name }),
      ...(user_id && { user_id }),
    })),
])

/** Numbers with this beginning are nobody's: Telegram has them for tests. */
const TEST_PREFIX = '99966'

export function ownContact({ id, first_name, last_name }: Person): Contact {
  return {
    phone_number: TEST_PREFIX + String(id).slice(-7).padStart(7, '0'),
    first_name,
    ...(last_name && { last_name }),
    user_id: id,
  }
}
