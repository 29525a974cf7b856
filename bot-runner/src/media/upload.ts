/** A file that goes with a call of the Bot API, read while it is sent: `attach://<name>` stands for it. */
export type Upload = {
  name: string
  filename: string
  mimeType: string
  bytes: number
  open: (signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>
}

const key = Symbol('uploads')
type Carrier = { [key]?: Upload[] }

/** A call's payload with its files. They travel beside the fields: grammY knows nothing of them. */
export const withUploads = <Payload extends object>(payload: Payload, uploads: Upload[]): Payload =>
  uploads.length === 0 ? payload : Object.assign(payload, { [key]: uploads })

export const uploadsOf = (payload: object): Upload[] | undefined => (payload as Carrier)[key]
