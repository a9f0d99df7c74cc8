export const caseEn = {
  queue: {
    to_accept: 'To accept', verifying: 'Verifying', to_send_check: 'To send check', self_audit: 'Self-disposal audit', to_register: 'To register', to_close: 'To close', approvals: 'Approvals',
    to_dispatch: 'To dispatch', feedback_review: 'Feedback review', supervised: 'Supervised', to_receive: 'To receive', department_handling: 'Handling', to_confirm: 'To confirm', suspended: 'Suspended',
    my_tasks: 'My tasks', my_handle: 'To handle', my_verify: 'To verify', my_check: 'To check', open: 'All open', overdue: 'Overdue', all: 'All',
  },
  case: {
    grid_closed: '(closed {day}, now {codes})',
    list: 'Cases', pane: 'Case', map: 'Map', queues: 'Queues', find: 'Number, words, address', order: 'Order', order_newest: 'Newest first', order_due: 'Due first', order_oldest: 'Oldest first', filters: 'Filters', refresh: 'Reload',
    clear_filters: 'Clear filters', stage: 'Stage', lamp: 'Lamp', class: 'Class', area: 'Area', organisation: 'Organisation', source: 'Source', since: 'Since', until_day: 'Until',
    count: '{n} cases', count_about: 'about {n} cases', words_common: 'Very common words: only newer cases were looked through. Add a word or a filter.', empty: 'This queue is empty', empty_hint: 'New cases appear here by themselves. Choose another queue or clear the filters.', loading_more: 'Loading…', end: '{n} in all', left_queue: 'left',
    urgent: 'Urgent', supervised: 'Urged', rework: 'Rework {n}', unclassed: 'No class', unplaced: 'No place yet', reporters: '{n} reporters', choose: 'Choose a case', choose_hint: 'Click one, or press J and K.',
    resize_list: 'Width of the list', resize_map: 'Width of the map', sentence: '{what}, {place}', clocks: 'Clocks', moves: 'What can be done now', photos: 'Photos', words: 'What was reported', facts: 'Facts', timeline: 'Timeline',
    clock_of: '{clock}, {limit}', due_by: 'by {time}', clock_spent: '{span} spent', clock_paused: 'Paused', clock_running: 'Running', clock_stopped: 'Stopped', clock_voided: 'Voided', other_clocks: 'Other clocks',
    no_moves: 'Nothing for you to do here now.', barred: '{n} more that cannot be done now, and why', moved: '{no}: {move}', overtaken: 'The case has just become “{stage}”. What you typed is kept and is checked against the news when you send.',
    condition: 'Condition', closes_when: 'Closes when: {text}', close_condition: 'The closing condition is met', grid: 'Grid', level: 'level {level}', suspended_until: 'Suspended until', reveal: 'Show', reveal_reason: 'Why (this is recorded)',
    before: 'Before', after: 'After', check: 'Check', other: 'Other', compare: 'Drag to compare before and after', no_photos: 'No photos yet', metres: '{n} m', duplicates: '{n} possible duplicates nearby', merged: 'Merged into this case', merged_into: 'Merged into',
    parts: 'Co-units', mandatory: 'mandatory', optional: 'optional', part_done: 'Done', part_open: 'Open', pending_title: '{name}: {kind}', waits_for: 'waits for {duty}', days: '{n} days', to_day: 'until {day}',
    more_fields: 'Add more (optional)', add_co_units: 'Add co-units', days_hint: 'Empty: the original limit once more', other_master: 'Another case: its number, or the last digits', no_master: 'No open case has this number.', pick_place: 'Choose the place on the map', sending: 'Sending…', confirm_move: 'Confirm: {move}', ctrl_enter: 'Ctrl Enter',
    changed_title: 'Somebody has just moved this case', changed_little: 'Details were updated; you can send again.', changed: '{what}: {from} → {to}', nothing: 'none', handler: 'Handler', pending: 'Application', map_title: 'Open cases', map_partial: 'Showing {n}; zoom or filter for the rest', open: 'Open case', open_area: 'All open in {name}',
  },
  pending: { return: 'asks to return', extension: 'asks for an extension', suspension: 'asks to suspend', special_close: 'asks for a special close', appeal: 'appeals', void: 'asks to void' },
  level: { yellow: 'Yellow card', red: 'Red card', instruction: 'Instruction' },
  result: { real: 'As reported', not_found: 'Not found', wrong_class: 'Another class', no_owner: 'No owner', litigation: 'In litigation', project: 'Part of a project', enforcement: 'Enforcement case', force_majeure: 'Force majeure', notice: 'By notice' },
  need: {
    reason: 'Reason', text: 'Note', place: 'Place', class_code: 'Class', condition_id: 'Condition', organisation_id: 'Unit', co_organisation_ids: 'Co-units', handler_id: 'Handler', collector_id: 'Collector', media_before: 'Photos', media_after: 'Photos after',
    media_other: 'Evidence', result: 'Finding', until: 'Until', days: 'Days', master_id: 'Merge into', level: 'How', close_condition_met: 'Closing condition', finish_text: 'What was done', pass_check_media_after: 'Photos of the check', fail_check_media_after: 'Photos of the check', supervise_text: 'Instruction',
  },
  missing: {
    reason: 'Please say why', text: 'Please write a note', place: 'Please mark the place', class_code: 'Please choose a class', condition_id: 'Please choose a condition', organisation_id: 'Please choose a unit', handler_id: 'Please choose a handler', collector_id: 'Please choose a collector', media_before: 'Please attach a photo', media_after: 'Please attach a photo',
    media_other: 'Please attach evidence', result: 'Please choose', until: 'Please give a date', days: 'Please give a number of days', master_id: 'Please choose a case', level: 'Please choose', close_condition_met: 'Please confirm the closing condition', co_organisation_ids: 'Please choose co-units',
  },
  consequence: {
    reject: 'The case ends; the reporter is told your reason.', not_register: 'The case ends; the reporter is told your reason.', void: 'The case ends and cannot be restored.', close: 'Only an inspector or duty leader can reopen it.', pass_audit: 'The case is closed at once.',
    approve_special_close: 'The case ends and does not count as in time.', approve_return: 'This dispatch is voided and counts as wrong.', approve_appeal: 'The overdue time is waived; this is decided once.', refuse_appeal: 'There is no second appeal.', dispatch: 'The handling clock starts and the unit is told at once.',
  },
  report: {
    title: 'New report', words: 'What was said', words_hint: 'Where, what, and whether anybody is in danger', words_missing: 'Please write down what was said', place_hint: 'Search, or click on the map', address: 'Address', address_hint: 'Crossing, number, landmark', class_hint: 'May be left open until acceptance',
    near: '{n} open cases nearby', near_hint: 'If it is the same matter it can still be entered and merged; the reporter is told of progress.', name: 'Reporter', phone: 'Phone', source_key: 'Number at the source', urgent: 'Urgent, somebody may be in danger', send: 'Enter report', done: 'Entered', case_no: 'Case number', tracking_no: 'Tracking number', tell: 'Tell the reporter the tracking number; it shows the progress at any time.', next: 'Next report',
  },
  print: { print: 'Print', title: 'Case file', reported_at: 'Reported at', position: 'Position', step: 'Step', who: 'By', foot: 'Printed by {name} at {time}' },
  media: { drop: 'Choose, drop or paste photos', photo: 'Photo', enlarge: 'Enlarge', document: 'Document' },
  fact: { cases_CaseReported: 'Reported', cases_CaseMoved: 'Moved', cases_CaseJoined: 'Somebody else reported the same', cases_CaseLinked: 'Linked', cases_SuspensionEnding: 'Suspension ends soon', citizen_ReportRated: 'Rated by the citizen', citizen_NoticeAgreed: 'Privacy notice agreed', city_CalendarChanged: 'Calendar changed', city_GridClosed: 'Grid closed', city_CollectorAssigned: 'Collector assigned', identity_ContactRevealed: 'Contact revealed', identity_SignedIn: 'Signed in', identity_PersonLocked: 'Account locked', identity_OrganisationMoved: 'Organisation moved', identity_DutyGiven: 'Duty given' },
}
