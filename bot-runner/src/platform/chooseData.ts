/** What a button carries by which an owner gives a bot to a course; at most 64 bytes. */
const form = /^give:(\d{1,16}):([0-9a-f-]{36})$/

export const chooseData = {
  encode: (telegramBotId: number, courseId: string): string => `give:${telegramBotId}:${courseId}`,
  decode: (data: string): { telegramBotId: number; courseId: string } | null => {
    const [, id, courseId] = form.exec(data) ?? []
    return id === undefined || courseId === undefined ? null : { telegramBotId: Number(id), courseId }
  },
}
