/** Only the product itself (operations that override access). */
export const nobody = (): false => false
