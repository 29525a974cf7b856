import type { Api } from 'grammy'

import { withUploads, type Upload } from '../../media/upload.ts'
import type { Piece } from './wishedPieces.ts'

const name = 'picture'
const none = 'none'

const uploadOf = (bytes: Uint8Array): Upload => ({
  name,
  filename: 'picture.jpg',
  mimeType: 'image/jpeg',
  bytes: bytes.byteLength,
  open: async () =>
    (async function* () {
      yield bytes
    })(),
})

const setPicture = async (api: Api, bytes: Uint8Array | null) => {
  // It went in the meantime: whoever took it away has published again, and a next job follows.
  if (bytes === null) return
  const photo = { type: 'static' as const, photo: `attach://${name}` as never }
  await api.raw.setMyProfilePhoto(withUploads({ photo }, [uploadOf(bytes)]))
}

/** A bot that never had a picture of ours keeps the one that its owner may have given it. */
export const picturePiece = (
  hash: string | null,
  applied: Record<string, string>,
  load: () => Promise<Uint8Array | null>,
): Piece[] => {
  if (hash !== null) return [{ name, hash, apply: async (api) => setPicture(api, await load()) }]
  if ((applied[name] ?? none) === none) return []
  return [{ name, hash: none, apply: (api) => api.raw.removeMyProfilePhoto() }]
}
