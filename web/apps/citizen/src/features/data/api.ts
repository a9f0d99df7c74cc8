import { api } from '../../shared/client'

export interface Reading { at: string; what: string; who: string; organisation: string; reason: string }
export interface AboutMe {
  contacts: { name: string; phone: string }[]
  reports: { tracking_no: string; case_no: string; at: string; text: string; is_open: boolean; photos: string[] }[]
  ratings: { tracking_no: string; score: number; words: string; at: string }[]
  consents: { notice__version: string; at: string }[]
  readings: Reading[]
}
export interface Erasure { erased: number; waiting_for: string[] }

export const readMine = (): Promise<AboutMe> => api.get('/citizen/data')
export const readCopy = (): Promise<AboutMe> => api.get('/citizen/data/copy')
export const eraseMine = (): Promise<Erasure> => api.post('/citizen/data/erase', { body: { confirmed: true } })
export const readMessages = (): Promise<{ sms: boolean }> => api.get('/citizen/data/notices')
export const wantMessages = (sms: boolean): Promise<{ sms: boolean }> => api.put('/citizen/data/notices', { body: { sms } })
