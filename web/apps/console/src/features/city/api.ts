import type { CalendarYear, GridPlace, MatterClass, Place } from '@chengmai/api'
import { api } from '../../shared/client'

export const readClasses = (): Promise<MatterClass[]> => api.get('/city/classes')

export const locate = (lon: number, lat: number, signal?: AbortSignal): Promise<GridPlace> =>
  api.get('/city/locate', { query: { lon, lat }, ...(signal ? { signal } : {}) })

export const searchPlaces = (q: string, signal: AbortSignal): Promise<Place[]> => api.get('/city/search', { query: { q, limit: 8 }, signal })

/** A year with its exceptional days: holidays and make-up working days. */
export const readCalendar = (year: number, signal: AbortSignal): Promise<CalendarYear> => api.get(`/city/calendar/${year}`, { signal })

export const setDay = (date: string, working: boolean, name: string): Promise<unknown> =>
  api.put(`/city/calendar/days/${date}`, { body: { working, name } })
