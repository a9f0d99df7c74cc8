import { exactTime } from '@chengmai/kit'
import type { Fix } from '@chengmai/phone'

/** What is written on a photo: when and by whom, where, and on what case. */
export function watermark(at: Date, name: string, fix: Pick<Fix, 'lon' | 'lat' | 'accuracy'> | null, about: string, nowhere: string): string[] {
  const place = fix === null ? nowhere : `${fix.lon.toFixed(5)}, ${fix.lat.toFixed(5)} ±${Math.max(1, Math.round(fix.accuracy))} m`
  return [`${exactTime(at)}  ${name}`, about ? `${place}  ${about}` : place]
}
