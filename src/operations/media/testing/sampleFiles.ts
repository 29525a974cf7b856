import { crc32 } from 'node:zlib'

import sharp from 'sharp'

/** Small files of every kind, made here: real enough for whoever reads their structure. */

const u16 = (value: number) => Buffer.from([value >> 8, value & 255])
const u32 = (value: number) => {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32BE(value)
  return buffer
}
const u32le = (value: number) => u32(value).reverse()

/** Where it was taken, and by whom, as a telephone writes it. */
export const place = 'N59.9386 E30.3141'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2a6f97' } })

/** Lies on its side, and says where it was taken. */
export const jpegWithPlace = (): Promise<Buffer> =>
  picture(40, 20)
    .withExif({ IFD0: { Artist: place, ImageDescription: place }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

export const png = (width = 8, height = 8): Promise<Buffer> => picture(width, height).png().toBuffer()

export const webp = (): Promise<Buffer> => picture(8, 8).webp().toBuffer()

/** Two frames. */
export const gif = async (): Promise<Buffer> => {
  const frame = (background: string) =>
    sharp({ create: { width: 8, height: 8, channels: 3, background } })
      .png()
      .toBuffer()
  return sharp([await frame('#c00'), await frame('#0c0')], { join: { animated: true } })
    .gif({ delay: 100 })
    .toBuffer()
}

/** Says that it is 50,000 × 50,000 large, in a few bytes. */
export const pixelBomb = (): Buffer => {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    return Buffer.concat([u32(data.length), body, u32(crc32(body))])
  }
  const header = Buffer.concat([u32(50_000), u32(50_000), Buffer.from([8, 2, 0, 0, 0])])
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const data = Buffer.from('789c030000000001', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const svg = (inside = ''): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?><!-- an owl --><svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#fc0"/>${inside}</svg>`,
  )

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body])
}

/** 640 × 360, 2.5 s; its picture is made of nothing, its place stands in two boxes. */
export const mp4 = (brand = 'isom'): Buffer => {
  const matrix = Buffer.concat([1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30].map(u32))
  const mvhd = box(
    'mvhd',
    ...[0, 0, 0, 1000, 2500, 1 << 16].map(u32),
    Buffer.alloc(12),
    matrix,
    Buffer.alloc(24),
    u32(2),
  )
  const tkhd = box(
    'tkhd',
    ...[3, 0, 0, 1, 0, 2500, 0, 0, 0, 0].map(u32),
    matrix,
    u32(640 << 16),
    u32(360 << 16),
  )
  const udta = box('udta', box('©xyz', u16(place.length), u16(0x15c7), Buffer.from(place)))
  const meta = box('meta', u32(0), Buffer.from(place))
  const moov = box('moov', mvhd, box('trak', tkhd, udta), meta)
  const head = box('ftyp', Buffer.from(brand), u32(512), Buffer.from('isommp41'))
  return Buffer.concat([head, moov, box('mdat', Buffer.alloc(64, 7))])
}

/** Silence, `frames` times 26 ms. */
export const mp3 = (frames = 40): Buffer => {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x64])
  return Buffer.concat(Array.from({ length: frames }, () => frame))
}

const oggPage = (
  serial: number,
  sequence: number,
  granule: number,
  flags: number,
  packet: Buffer,
): Buffer => {
  const head = Buffer.concat([
    Buffer.from('OggS'),
    Buffer.from([0, flags]),
    u32le(granule),
    u32le(0),
    u32le(serial),
    u32le(sequence),
    u32(0),
    Buffer.from([1, packet.length]),
  ])
  const page = Buffer.concat([head, packet])
  let crc = 0
  for (const byte of page) {
    crc ^= byte << 24
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  }
  page.writeUInt32LE(crc >>> 0, 22)
  return page
}

/** One second of Opus in Ogg, as voice messages are. */
export const opus = (): Buffer => {
  const head = Buffer.concat([
    Buffer.from('OpusHead'),
    Buffer.from([1, 1, 0, 0]),
    u32le(48_000),
    Buffer.from([0, 0, 0]),
  ])
  const tags = Buffer.concat([Buffer.from('OpusTags'), u32le(4), Buffer.from('owls'), u32le(0)])
  const silence = Buffer.from([0xf8, 0xff, 0xfe])
  return Buffer.concat([
    oggPage(1, 0, 0, 2, head),
    oggPage(1, 1, 0, 0, tags),
    oggPage(1, 2, 48_000, 4, silence),
  ])
}

/** A zip of one file that says to be `unpacked` bytes large. */
export const zip = (unpacked = 5, name = 'owl.txt'): Buffer => {
  const data = Buffer.from('owls!')
  const sizes = Buffer.concat([u32le(crc32(data)), u32le(data.length), u32le(unpacked)])
  const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]), sizes])
  const lengths = Buffer.from([name.length, 0, 0, 0])
  const file = Buffer.concat([Buffer.from('504b0304', 'hex'), common, lengths, Buffer.from(name), data])
  const entry = Buffer.concat([
    Buffer.from('504b0102', 'hex'),
    Buffer.from([20, 0]),
    common,
    lengths,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.concat([
    Buffer.from('504b0506', 'hex'),
    Buffer.from([0, 0, 0, 0, 1, 0, 1, 0]),
    u32le(entry.length),
    u32le(file.length),
    Buffer.from([0, 0]),
  ])
  return Buffer.concat([file, entry, end])
}

export const pdf = (): Buffer =>
  Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** The head of a Windows program. */
export const program = (): Buffer => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)])
