import type { Api } from 'grammy'
import { describe, expect, it } from 'vitest'

import { uploadsOf } from '../../media/upload.ts'
import { picturePiece } from './picturePiece.ts'

const fakeApi = () => {
  const calls: { method: string; payload: object }[] = []
  const call = (method: string) => async (payload: object) => void calls.push({ method, payload })
  const raw = {
    setMyProfilePhoto: call('setMyProfilePhoto'),
    removeMyProfilePhoto: call('removeMyProfilePhoto'),
  }
  return { calls, api: { raw } as unknown as Api }
}
const jpeg = Uint8Array.of(255, 216)

describe('picturePiece', () => {
  it('should upload the picture under the hash of what it was made from', async () => {
    const { calls, api } = fakeApi()
    const [piece] = picturePiece('h1', {}, async () => jpeg)
    expect(piece).toMatchObject({ name: 'picture', hash: 'h1' })
    await piece?.apply(api)
    expect(calls).toMatchObject([
      {
        method: 'setMyProfilePhoto',
        payload: { photo: { type: 'static', photo: 'attach://picture' } },
      },
    ])
    expect(uploadsOf(calls[0]?.payload ?? {})).toMatchObject([{ name: 'picture', bytes: 2 }])
  })

  it('should not call Telegram for a picture that went in the meantime', async () => {
    const { calls, api } = fakeApi()
    await picturePiece('h1', {}, async () => null)[0]?.apply(api)
    expect(calls).toEqual([])
  })

  it('should take back a picture of ours, and leave the owner’s own alone', async () => {
    const { calls, api } = fakeApi()
    expect(picturePiece(null, {}, async () => null)).toEqual([])
    expect(picturePiece(null, { picture: 'none' }, async () => null)).toEqual([])
    const [piece] = picturePiece(null, { picture: 'h1' }, async () => null)
    await piece?.apply(api)
    expect(calls).toEqual([{ method: 'removeMyProfilePhoto', payload: undefined }])
  })
})
