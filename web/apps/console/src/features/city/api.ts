import type { AddressLine, CalendarYear, GridPlace, MatterClass, NearAddress } from '@chengmai/api'
import { api } from '../../shared/client'

export const readClasses = (): Promise<MatterClass[]> => api.get('/city/classes')

export const locate = (lon: number, lat: number, signal?: AbortSignal): Promise<GridPlace> =>
  api.get('/city/locate', { query: { lon, lat }, ...(signal ? { signal } : {}) })

/** What is meant while typing: characters, pinyin or initials; near a point (WGS 84) first. */
export const searchPlaces = (q: string, signal: AbortSignal, near?: { lon: number; lat: number } | null): Promise<AddressLine[]> =>
  api.get('/city/addresses/suggest', { query: { q, limit: 8, ...(near ? { near_lon: near.lon, near_lat: near.lat } : {}) }, signal })

/** Words for a position, such as 海湾区人民大街128号东北侧约30米. */
export const addressAt = (lon: number, lat: number, signal: AbortSignal): Promise<NearAddress> => api.get('/city/addresses/reverse', { query: { lon, lat }, signal })

/** A year with its exceptional days: holidays and make-up working days. */
export const readCalendar = (year: number, signal: AbortSignal): Promise<CalendarYear> => api.get(`/city/calendar/${year}`, { signal })

export const setDay = (date: string, working: boolean, name: string): Promise<unknown> =>
  api.put(`/city/calendar/days/${date}`, { body: { working, name } })
