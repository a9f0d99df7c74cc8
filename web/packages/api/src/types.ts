/** The shapes of the HTTP edge under the names that the screens use; all come from the generated schema. */
import type { components } from './schema'

type Schemas = components['schemas']

export type Stage = Schemas['Stage']
export type Lamp = Schemas['Lamp']
export type ClockKind = Schemas['ClockKind']
export type Me = Schemas['SessionOut']
export type CaseRow = Schemas['CaseRow']
export type Allowance = Schemas['AllowanceOut']
export type Clock = Schemas['ClockOut']
export type MoveOption = Schemas['MoveOut']
export type Media = Schemas['MediaOut']
export type Report = Schemas['ReportOut']
export type CaseDetail = Schemas['CaseDetail']
export type CaseComponent = Schemas['CaseComponentOut']
export type TimelineEntry = Schemas['TimelineStep']
export type QueueCount = Schemas['QueueOut']
export type Today = Schemas['TodayOut']
export type ClassCondition = Schemas['ConditionOut']
export type MatterClass = Schemas['ClassOut']
export type Organisation = Schemas['OrganisationOut']
export type Person = Schemas['PersonOut']
export type Division = Schemas['DivisionOut']
export type Place = Schemas['FoundOut']
export type Standing = Schemas['StandingOut']
export type PublicPlace = Schemas['PlaceOut']
export type ComponentLine = Schemas['ComponentOut']
export type ComponentDetail = Schemas['ComponentDetail']
export type LayerLine = Schemas['LayerRow']
export type Look = Schemas['LookIn']
export type GridPlace = Schemas['GridPlaceOut']
export type CalendarDay = Schemas['DayOut']
export type CalendarYear = Schemas['YearOut']
export type DemoAccount = Schemas['DemoAccountOut']
export type ImportJob = Schemas['ImportOut']
export type ImportRow = Schemas['ImportRowOut']
export type Receipt = Schemas['ReceiptOut']
export type DeadLetter = Schemas['DeadLetterOut']
export type LedgerRow = Schemas['LedgerRowOut']
export type Standard = Schemas['StandardOut']
export type TableWords = Schemas['TableWordsOut']
export type TableLine = Schemas['TableOut']
export type TableDetail = Schemas['TableDetailOut']
export type TableColumn = Schemas['TableColumnOut']
export type TableRow = Schemas['TableRowOut']
export type TablePick = Schemas['TablePickOut']
export type TablePreview = Schemas['TablePreviewOut']
export type TablePast = Schemas['TablePastOut']
export type TableSheet = Schemas['TableSheetOut']
export type Beginning = Schemas['BeginningOut']
export type DeskInfo = Schemas['DeskOut']
export type SavedView = Schemas['ViewOut']
export type ViewDraft = Schemas['ViewIn']
export type Phrase = Schemas['PhraseOut']
export type ExportJob = Schemas['ExportOut']
export type BulkCheck = Schemas['BulkCheck']
export type BulkOption = Schemas['BulkOption']
export type BulkJob = Schemas['BulkOut']
export type BulkItem = Schemas['BulkItemOut']
export type CodeCheck = Schemas['CodeCheck']
export type Statistics = Schemas['StatisticsOut']
export type FigureRow = Schemas['FigureRow']

/** The figures of a day that can be compared with another day's. */
export type TodayFigures = Pick<Today, 'reported' | 'registered' | 'dispatched' | 'disposed' | 'closed' | 'open' | 'overdue' | 'on_time_rate'>

/** Which column of an import tells what; the server keeps it as free JSON. */
export interface ImportMapping {
  columns: Record<string, string>
  date_order: string
  coordinate_system: string
}

export interface Page<T> {
  items: T[]
  next: string | null
}
export type Upkeep = Schemas['UpkeepOut']

export type Device = Schemas['DeviceOut']
export type Factors = Schemas['FactorsOut']
export type Challenge = Schemas['ChallengeOut']
export type Enrolment = Schemas['EnrolmentOut']
export type AddedFactor = Schemas['AddedOut']
export type PasswordPolicy = Schemas['PasswordPolicyOut']
export type Delegation = Schemas['DelegationOut']
export type Colleague = Schemas['ColleagueOut']
export type Account = Schemas['AccountOut']
export type DutyRequest = Schemas['DutyRequestOut']
export type PolicyRow = Schemas['PolicyRowOut']
export type SignInAttempt = Schemas['AttemptOut']
export type ApiClient = Schemas['ClientOut']
export type RosterWeek = Schemas['WeekOut']

/** What somebody proves themselves with. */
export type Proof = { code: string } | { recovery_code: string } | { password: string } | { ceremony_id: string; credential: Record<string, unknown> }

export type CensusImport = Schemas['CensusImportOut']
export type CensusImportWhole = Schemas['CensusImportWholeOut']
export type CensusLayer = Schemas['CensusLayerOut']
export type CensusChoices = Schemas['CensusChoices']
export type CensusTarget = Schemas['CensusTargetOut']
export type CensusField = Schemas['CensusFieldOut']
export type CensusRow = Schemas['CensusRowOut']
export type CensusLeft = Schemas['CensusLeftOut']
export type CensusExport = Schemas['CensusExportIn']

export type AddressLine = Schemas['AddressSuggestionOut']
export type NearAddress = Schemas['NearAddressOut']
export type GridCheck = Schemas['GridCheckOut']
export type GridFault = Schemas['GridFaultOut']
export type ManagedArea = Schemas['AreaOut']
export type ManagedAreaShape = Schemas['AreaShapeOut']
export type AreaKind = Schemas['AreaKindOut']
export type AreaCheck = Schemas['AreaCheckOut']
export type PlannedChange = Schemas['PlannedChangeOut']
export type GridOutline = Schemas['GridOutlineOut']
export type GridAround = Schemas['GridAroundOut']
export type GridPlan = Schemas['GridPlanOut']
export type HouseNumber = Schemas['HouseNumberOut']
export type RoadNumbers = Schemas['RoadNumbersOut']
export type RoadFound = Schemas['RoadOut']
