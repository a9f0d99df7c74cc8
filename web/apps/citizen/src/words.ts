import { phoneWords } from '@chengmai/phone'
import { dataWords } from './features/data/words'
import { nearbyWords } from './features/nearby/words'
import { noticeWords } from './features/notice/words'
import { reportWords } from './features/report/words'
import { reportsWords } from './features/reports/words'

export const features = [phoneWords, reportsWords, reportWords, nearbyWords, noticeWords, dataWords]
