import { phoneWords } from '@chengmai/phone'
import { identityWords } from './features/identity/words'
import { outboxWords } from './features/outbox/words'
import { photoWords } from './features/photos/words'
import { reportWords } from './features/report/words'
import { taskWords } from './features/tasks/words'

export const features = [phoneWords, identityWords, taskWords, outboxWords, photoWords, reportWords]
