import { execFile, spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { promisify } from 'node:util'
import sharp from 'sharp'

/**
 * Makes the pictures, the film and the sounds of the demo courses from the drawings and the words below. The results
 * are committed, so that only whoever changes them needs what this calls: ffmpeg, espeak-ng and the Noto CJK fonts
 * (Debian's ffmpeg, espeak-ng, fonts-noto-cjk).
 *
 *     node scripts/demo/buildMedia.ts
 */
const drawings = join(import.meta.dirname, 'drawings')
const folders = ['hangul-ru', 'hangul-en'].map((course) => join(import.meta.dirname, course, 'media'))
const film = 'strokes.svg'

/** Spoken one after the other, as they sound where that is not what the voice reads. */
const speech = {
  vowels: ['아', '어', '오', '우', '으', '이'],
  words: ['나무', '아이', '우유', '나비', '모자', '바나나', '커피', '버스'],
  greetings: ['안녕하세요', '감사함니다', '네', '아니요', '안녕히 가세요'],
  numbers: ['일', '이', '삼', '사', '오', '육', '칠', '팔', '구', '십'],
}
const pauseSeconds = 0.7

const run = promisify(execFile)
const ffmpeg = (...args: string[]) => run('ffmpeg', ['-v', 'error', '-y', ...args])
const targets = (name: string) => folders.map((folder) => join(folder, name))

async function draw(name: string): Promise<void> {
  for (const target of targets(name.replace(/svg$/, 'png')))
    await sharp(join(drawings, name)).png({ palette: true, quality: 90, effort: 10 }).toFile(target)
}

async function speak(name: string, words: readonly string[], folder: string): Promise<void> {
  const recordings = words.map((_word, index) => join(folder, `${name}-${index}.wav`))
  for (const [index, word] of words.entries())
    await run('espeak-ng', ['-v', 'ko', '-s', '110', '-p', '45', '-w', recordings[index]!, word])
  // One loudness for all of them, and a pause in which the listener repeats.
  const parts = recordings.map((_file, index) => `[${index}]apad=pad_dur=${pauseSeconds}[p${index}]`)
  const joined = recordings.map((_file, index) => `[p${index}]`).join('')
  const filter = `${parts.join(';')};${joined}concat=n=${words.length}:v=0:a=1,loudnorm=I=-18:TP=-3,aresample=48000`
  const inputs = recordings.flatMap((file) => ['-i', file])
  const encoding = ['-ac', '1', '-c:a', 'libopus', '-b:a', '32k', '-application', 'voip']
  for (const target of targets(`${name}.ogg`))
    await ffmpeg(...inputs, '-filter_complex', filter, ...encoding, '-bitexact', target)
}

const framesPerSecond = 25
const pixelsPerFrame = 15
const framesBetween = 5
const framesAtEnd = 50
const stroke = /<path class="stroke" data-length="([\d.]+)"/g

/** The drawing with its strokes as far as they are drawn after so many pixels. */
function drawnTo(svg: string, pixels: number): string {
  let left = pixels
  return svg.replace(stroke, (found, given: string) => {
    const length = Number(given)
    const part = Math.max(0, Math.min(length, left))
    left -= length + framesBetween * pixelsPerFrame
    // A dash of no length would still show its round ends.
    if (part === 0) return `${found} visibility="hidden"`
    return `${found} stroke-dasharray="${length}" stroke-dashoffset="${length - part}"`
  })
}

async function drawFilm(): Promise<void> {
  const svg = await readFile(join(drawings, film), 'utf8')
  const [first, ...others] = targets(film.replace(/svg$/, 'mp4'))
  const lengths = Array.from(svg.matchAll(stroke), ([, length]) => Number(length))
  const pixels = lengths.reduce((sum, length) => sum + length + framesBetween * pixelsPerFrame, 0)
  const frames = Math.ceil(pixels / pixelsPerFrame) + framesAtEnd
  const input = ['-f', 'image2pipe', '-framerate', String(framesPerSecond), '-c:v', 'png', '-i', '-']
  const encoding = ['-c:v', 'libx264', '-crf', '26', '-preset', 'veryslow', '-pix_fmt', 'yuv420p']
  const output = [...encoding, '-movflags', '+faststart', '-bitexact', first!]
  const encoder = spawn('ffmpeg', ['-v', 'error', '-y', ...input, ...output], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const exited = once(encoder, 'exit')
  for (let frame = 0; frame < frames; frame++) {
    const png = await sharp(Buffer.from(drawnTo(svg, frame * pixelsPerFrame)))
      .flatten({ background: '#ffffff' })
      .png({ compressionLevel: 1 })
      .toBuffer()
    if (!encoder.stdin.write(png)) await once(encoder.stdin, 'drain')
  }
  encoder.stdin.end()
  await finished(encoder.stdin)
  const [code] = (await exited) as [number | null]
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
  for (const target of others) await copyFile(first!, target)
}

for (const target of folders) await mkdir(target, { recursive: true })
const folder = await mkdtemp(join(tmpdir(), 'gongbu-media-'))
try {
  for (const name of await readdir(drawings)) if (name !== film) await draw(name)
  await drawFilm()
  for (const [name, words] of Object.entries(speech)) await speak(name, words, folder)
} finally {
  await rm(folder, { recursive: true })
}
