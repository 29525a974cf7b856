import sharp from 'sharp'

import type { openEmulatorPage } from './openEmulatorPage.ts'

type Chat = Awaited<ReturnType<Awaited<ReturnType<typeof openEmulatorPage>>['openChat']>>

const SKY = `
  <rect width="1200" height="720" fill="#f7d9b0"/><circle cx="905" cy="190" r="86" fill="#ee8f4a"/>
  <path d="M0 720 380 250 760 720Z" fill="#7c9a76"/><path d="M470 720 860 360 1250 720Z" fill="#5d8163"/>
  <path d="M0 720V600q300-90 600-20t600-30v170Z" fill="#3f6350"/>`
const letter = (name: string, x: number, y: number) =>
  `<text x="${x}" y="${y}" font-size="220" font-family="Noto Sans CJK KR, NanumGothic" font-weight="700" fill="#fff8ec">${name}</text>`

/** A picture with a letter of the lesson on it. */
export function drawing(name: string, size: [width: number, height: number] = [1200, 720]) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" viewBox="0 0 1200 720" preserveAspectRatio="xMidYMid slice">${SKY}${letter(name, 490, 430)}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** Sound that every browser plays: a tone in WAV. */
export function tone(seconds: number): Buffer {
  const rate = 8000
  const samples = Buffer.alloc(rate * seconds)
  for (let i = 0; i < samples.length; i++) samples[i] = 128 + 60 * Math.sin(i / 3)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

const key = (text: string, style?: string) => ({ text, callback_data: text, ...(style && { style }) })

/** A lesson with a message of every kind that a bot sends by itself. */
export async function playLesson({ person, call, say, upload }: Chat) {
  const chat_id = person.id
  await say(
    'Welcome to <b>Hangul in an evening</b>! You will read your first Korean words today.\n\n<i>Lesson 1</i> takes about five minutes. <a href="https://example.com">The preface</a> can wait, and <tg-spoiler>the ending too</tg-spoiler>.\n<blockquote expandable>King Sejong made the letters so that everybody could learn to read: “A wise man can acquaint himself with them before the morning is over; a stupid man can learn them in the space of ten days.” They have been used ever since.</blockquote>\n<pre><code class="language-python">print("안녕하세요")</code></pre>\n#korean /contents',
    {
      parse_mode: 'HTML',
      reply_markup: {
        inline_keyboard: [
          [key('Start the lesson', 'primary')],
          [key('Contents'), { text: 'Website', url: 'https://example.com' }],
          [
            { text: 'Copy the word', copy_text: { text: '안녕' } },
            { text: 'My progress', web_app: { url: 'https://example.com' } },
            key('Stop', 'danger'),
          ],
        ],
      },
    },
  )
  await upload('sendPhoto', { photo: [await drawing('산'), 'mountain.png'] }, { caption: '산 – a mountain' })
  await upload(
    'sendMediaGroup',
    {
      a: [await drawing('가'), 'a.png'],
      b: [await drawing('나', [800, 800]), 'b.png'],
      c: [await drawing('다', [700, 1000]), 'c.png'],
    },
    {
      media: ['a', 'b', 'c'].map((name) => ({ type: 'photo', media: `attach://${name}` })),
    },
  )
  await upload('sendAudio', { audio: [tone(2), 'vowels.wav'] }, { title: 'The vowels', performer: 'Seoul' })
  await upload('sendDocument', {
    document: [Buffer.from('%PDF-1.4'), 'Workbook of the first lesson, to be printed.pdf'],
  })
  await call('sendVenue', {
    chat_id,
    latitude: 37.5759,
    longitude: 126.9768,
    title: 'Statue of King Sejong',
    address: 'Sejong-daero, Seoul',
  })
  await call('sendContact', {
    chat_id,
    phone_number: '+82 10 1234 5678',
    first_name: 'Kim',
    last_name: 'Min',
  })
  await call('sendDice', { chat_id })
  await call('sendRichMessage', {
    chat_id,
    rich_message: {
      markdown:
        '## Two letters make a syllable\n\nA **consonant** and a **vowel** stand side by side:\n\n| letter | sound |\n|---|---|\n| ㄱ | g |\n| ㅏ | a |\n\n> 가 is read *ga*.\n\n- [x] ㄱ\n- [ ] ㄴ\n\n---\n\nThe area is $a^2$.',
    },
  })
}

export const quiz = {
  question: 'Which syllable is “na”?',
  options: ['가', '나', '다', '라'].map((text) => ({ text })),
  type: 'quiz',
  is_anonymous: false,
  correct_option_ids: [1],
  explanation: 'ㄴ is n, and ㅏ is a: 나.',
}
