import { censusEn } from './words-en'
import { censusZh } from './words-zh'

export const censusWords = { zh: { census: censusZh }, en: { census: censusEn } }
