import type { CalendarDay, GridPlace, MatterClass, Place } from '@chengmai/api'
import { api } from '../../shared/client'

export interface CalendarYear {
  year: number
  days: CalendarDay[]
}

export async function readClasses(): Promise<MatterClass[]> {
  const found = await api.get<MatterClass[] | { items: MatterClass[] }>('/city/classes')
  return Array.isArray(found) ? found : found.items
}

export const locate = (lon: number, lat: number, signal?: AbortSignal): Promise<GridPlace> =>
  api.get('/city/locate', { query: { lon, lat }, ...(signal ? { signal } : {}) })

export async function searchPlaces(q: string, signal: AbortSignal): Promise<Place[]> {
  const found = await api.get<Place[] | { items: Place[] }>('/city/search', { query: { q }, signal })
  return Array.isArray(found) ? found : found.items
}

/** The exceptional days of a year: holidays and make-up working days. */
export async function readCalendar(year: number, signal: AbortSignal): Promise<CalendarDay[]> {
  const found = await api.get<CalendarDay[] | CalendarYear>(`/city/calendar/${year}`, { signal })
  return Array.isArray(found) ? found : found.days
}

export const setDay = (date: string, working: boolean, name: string): Promise<unknown> =>
  api.put(`/city/calendar/days/${date}`, { body: { working, name } })
