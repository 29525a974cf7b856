import type { UserProfilePhotos } from '@grammyjs/types'
import sharp from 'sharp'

import { mediaFormat } from '../../../files/mediaFormat.ts'
import { addProfilePhoto, BadImage } from '../../../files/photoSizes.ts'
import type { UploadedFile } from '../../../files/types.ts'
import type { BotRecord } from '../../../state/types.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { checked, isObject, requiredString } from '../fields.ts'
import { photoSizes } from '../files/describeFile.ts'
import { inputFile } from '../files/resolveInputFile.ts'
import { LIMITS } from '../validate/limits.ts'
import { readUserId } from '../validate/readUserId.ts'

/** Pixels of an animated photo, which is a square. */
const SIDE = 640

const setMyProfilePhoto: BotApiMethod = async (call) => {
  const { type, file } = readProfilePhoto(call)
  const photo = type === 'static' ? await keepPhoto(call, file) : await keepAnimation(call, file)
  return setPhoto(call, photo)
}

const removeMyProfilePhoto: BotApiMethod = (call) => setPhoto(call, undefined)

/** A bot has one photo at most, and people have none here. */
const getUserProfilePhotos: BotApiMethod = (call): UserProfilePhotos => {
  const userId = readUserId(call)
  const { bot, emulator, parameters } = call
  if (userId !== bot.id && !emulator.store.chat(bot.id, userId)) throw badRequest('user not found')
  const photo = userId === bot.id ? emulator.files.get(bot.profilePhoto?.sizes.at(-1) ?? '') : undefined
  const photos = photo ? [photoSizes(emulator.files, bot.id, photo)] : []
  const offset = parameters.integer('offset', 0, 0)
  const limit = parameters.integer('limit', LIMITS.profilePhotos[1], ...LIMITS.profilePhotos)
  return { total_count: photos.length, photos: photos.slice(offset, offset + limit) }
}

export const profilePhotos = { setMyProfilePhoto, removeMyProfilePhoto, getUserProfilePhotos }

function readProfilePhoto(call: BotApiCall): { type: 'static' | 'animated'; file: UploadedFile } {
  if (!call.parameters.has('photo')) throw badRequest("photo isn't specified")
  const photo = call.parameters.json('photo', 'photo')
  if (!isObject(photo)) throw badRequest('object expected as profile photo')
  return checked(() => {
    const type = requiredString(photo, 'type')
    if (type !== 'static' && type !== 'animated') throw badRequest('invalid profile photo type specified')
    const named = inputFile(call, requiredString(photo, type === 'static' ? 'photo' : 'animation'))
    // A file_id or a URL is none.
    if (typeof named !== 'object') throw badRequest('photo must be uploaded as a file')
    return { type, file: named }
  })
}

async function keepPhoto({ emulator: { files } }: BotApiCall, file: UploadedFile) {
  try {
    const photo = await addProfilePhoto(files, file.path)
    return { sizes: [...(photo.sizes ?? []), photo.id] }
  } catch (error) {
    if (error instanceof BadImage) throw badRequest(error.message)
    throw error
  }
}

/** Films are not decoded here: a plain picture stands for the frame that Telegram would take. */
async function keepAnimation(call: BotApiCall, file: UploadedFile) {
  const { files } = call.emulator
  if ((await mediaFormat(file.path)) !== 'mp4') throw badRequest('VIDEO_FILE_INVALID')
  const create = { width: SIDE, height: SIDE, channels: 3 as const, background: '#8e8e93' }
  const still = await addProfilePhoto(files, await sharp({ create }).png().toBuffer())
  const animation = await files.add('animation', file, {
    name: '',
    mime: 'video/mp4',
    width: SIDE,
    height: SIDE,
    duration: 0,
  })
  return { sizes: [...(still.sizes ?? []), still.id], animation: animation.id }
}

function setPhoto({ emulator, bot }: BotApiCall, photo: BotRecord['profilePhoto']): true {
  if (photo) bot.profilePhoto = photo
  else delete bot.profilePhoto
  emulator.store.changed()
  emulator.events.publish({ type: 'bot', bot: bot.username })
  return true
}
