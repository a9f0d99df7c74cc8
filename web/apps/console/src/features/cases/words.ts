import { caseEn } from './words-en'
import { caseZh } from './words-zh'

export const caseWords = { zh: caseZh, en: caseEn }
