import busboy, { type Busboy } from 'busboy'

import { AppError } from '../../errors/AppError.ts'

const limits = { files: 1, fields: 20, parts: 25, fieldSize: 16 * 1024, headerPairs: 50 }

/** Reads a form with one file. @param maxBytes of the file @throws {AppError} inputInvalid (400) when it is no form */
export const createFormParser = (contentType: string | null | undefined, maxBytes: number): Busboy => {
  try {
    return busboy({
      headers: { 'content-type': contentType ?? '' },
      limits: { ...limits, fileSize: maxBytes },
      defParamCharset: 'utf8',
    })
  } catch (cause) {
    throw new AppError({ code: 'inputInvalid', status: 400, cause })
  }
}
