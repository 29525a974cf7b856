import { readJson } from './readJson.ts'

export interface Account {
  email: string
  password: string
}

export interface Credentials {
  admin: Account
  creator: Account
  moderator: Account
}

export const readCredentials = (path: string): Credentials | undefined => readJson<Credentials>(path)
