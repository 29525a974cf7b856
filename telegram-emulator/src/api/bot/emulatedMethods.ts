import type { BotApiMethod } from './botApiCall.ts'
import { answerCallbackQuery } from './methods/answerCallbackQuery.ts'
import { chatInfo } from './methods/chatInfo.ts'
import { commands } from './methods/commands.ts'
import { copyMessage } from './methods/copyMessage.ts'
import { deletions } from './methods/deleteMessages.ts'
import { deleteWebhook } from './methods/deleteWebhook.ts'
import { editMedia } from './methods/editMedia.ts'
import { editMessageReplyMarkup } from './methods/editMessageReplyMarkup.ts'
import { editMessageText } from './methods/editMessageText.ts'
import { forwards } from './methods/forwardMessages.ts'
import { getFile } from './methods/getFile.ts'
import { getMe } from './methods/getMe.ts'
import { getUpdates } from './methods/getUpdates.ts'
import { getWebhookInfo } from './methods/getWebhookInfo.ts'
import { managedBots } from './methods/managedBots.ts'
import { menuButton } from './methods/menuButton.ts'
import { pins } from './methods/pins.ts'
import { profilePhotos } from './methods/profilePhotos.ts'
import { profileTexts } from './methods/profileTexts.ts'
import { sendChatAction } from './methods/sendChatAction.ts'
import { sendDice } from './methods/sendDice.ts'
import { sendMedia } from './methods/sendMedia.ts'
import { sendMediaGroup } from './methods/sendMediaGroup.ts'
import { sendMessage } from './methods/sendMessage.ts'
import { sendMessageDraft } from './methods/sendMessageDraft.ts'
import { sendPlaces } from './methods/sendPlaces.ts'
import { sendRichMessage } from './methods/sendRichMessage.ts'
import { sendRichMessageDraft } from './methods/sendRichMessageDraft.ts'
import { sendPoll } from './methods/sendPoll.ts'
import { session } from './methods/session.ts'
import { setMessageReaction } from './methods/setMessageReaction.ts'
import { setWebhook } from './methods/setWebhook.ts'
import { webAppMessages } from './methods/webAppMessages.ts'
import { stopPoll } from './methods/stopPoll.ts'
import type { MethodName } from './schema/findMethod.ts'

/** The methods that work; every other real one answers 501. */
export const EMULATED_METHODS: Partial<Record<MethodName, BotApiMethod>> = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  ...profileTexts,
  ...profilePhotos,
  ...commands,
  ...menuButton,
  ...managedBots,
  sendMessage,
  ...sendMedia,
  sendMediaGroup,
  getFile,
  editMessageText,
  ...editMedia,
  editMessageReplyMarkup,
  answerCallbackQuery,
  sendMessageDraft,
  sendRichMessage,
  sendRichMessageDraft,
  sendDice,
  ...sendPlaces,
  sendPoll,
  stopPoll,
  sendChatAction,
  ...forwards,
  copyMessage,
  ...deletions,
  ...pins,
  setMessageReaction,
  ...chatInfo,
  ...webAppMessages,
  ...session,
}
