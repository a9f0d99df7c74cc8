import { api } from '../../shared/client'

export interface Notice { id: number; topic: string; title: string; body: string; link: string; urgent: boolean; at: string; read_at: string | null }
export interface NoticeList { items: Notice[]; next: number | null; unread: number }
export interface Choice { topic: string; channel: string; wanted: boolean }
export interface KnownAddress { id: number; channel: string; label: string; shown: string; works: boolean }
export interface Choices { choices: Choice[]; quiet_begins: string | null; quiet_ends: string | null; addresses: KnownAddress[]; push_key: string }
export interface ChannelSetup { channel: string; real: boolean; settings: Record<string, unknown>; needed: string[]; optional: string[] }
export interface OutboxFigure { channel: string; state: string; count: number; oldest: string }
export interface OutboxMessage { id: number; owner: string; channel: string; topic: string; template: string; state: string; tries: number; created_at: string; problem: string }
export interface KeptMessage { id: number; message_id: number; channel: string; title: string; body: string; at: string }
type Asked = { before?: number | null; signal?: AbortSignal }
type Quiet = { quiet_begins: string | null; quiet_ends: string | null }

export const listNotices = ({ before, signal }: Asked = {}): Promise<NoticeList> => api.get('/notices', { query: { before, limit: 20 }, ...(signal && { signal }) })
export const countUnread = async (): Promise<number> => (await api.get<{ unread: number }>('/notices/unread')).unread
/** Mark these as read, or all; how many are left. */
export const markRead = async (ids: number[] | null): Promise<number> => (await api.post<{ unread: number }>('/notices/read', { body: { ids } })).unread

export const readChoices = (signal?: AbortSignal): Promise<Choices> => api.get('/notices/choices', signal ? { signal } : {})
export const keepChoices = (choices: Choice[], quiet: Quiet): Promise<Choices> => api.put('/notices/choices', { body: { choices, ...quiet } })
export const addAddress = (channel: string, address: object, label: string): Promise<Choices> => api.post('/notices/addresses', { body: { channel, address, label } })
export const removeAddress = (id: number): Promise<Choices> => api.delete(`/notices/addresses/${id}`)

export const listChannels = (signal?: AbortSignal): Promise<ChannelSetup[]> => api.get('/notices/channels', signal ? { signal } : {})
/** Put a real gateway behind a channel, or the stand-in with null. */
export const setUp = (channel: string, settings: object | null): Promise<ChannelSetup> => api.put(`/notices/channels/${channel}`, { body: { settings } })
export const tryChannel = (channel: string, address: object): Promise<{ provider_no: string }> => api.post(`/notices/channels/${channel}/try`, { body: { address } })
export const outboxFigures = (signal?: AbortSignal): Promise<OutboxFigure[]> => api.get('/notices/outbox/figures', signal ? { signal } : {})
export const listOutbox = (state: string, signal?: AbortSignal): Promise<{ items: OutboxMessage[]; next: string | null }> => api.get('/notices/outbox', { query: { state }, ...(signal && { signal }) })
export const sendAgain = (id: number): Promise<OutboxMessage> => api.post(`/notices/outbox/${id}/again`)
export const listKept = (signal?: AbortSignal): Promise<KeptMessage[]> => api.get('/notices/kept', signal ? { signal } : {})
