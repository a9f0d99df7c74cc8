import { backofficeWords } from './features/backoffice/words'
import { atlasWords } from './features/atlas/words'
import { caseWords } from './features/cases/words'
import { compareWords } from './features/cases/compare/words'
import { deskWords } from './features/cases/desk/words'
import { censusWords } from './features/census/words'
import { cityWords } from './features/city/words'
import { frameWords } from './features/frame/words'
import { homeWords } from './features/home/words'
import { accountWords } from './features/identity/account-words'
import { identityWords } from './features/identity/words'
import { securityWords } from './features/security/words'
import { shiftWords } from './features/shifts/words'
import { intakeWords } from './features/intake/words'
import { kernelWords } from './features/kernel/words'

/** What each feature says, in both languages. */
export const features = [frameWords, identityWords, accountWords, securityWords, shiftWords, homeWords, caseWords, compareWords, deskWords, cityWords, censusWords, atlasWords, intakeWords, kernelWords, backofficeWords]
