import { problemsEn } from './problems-en'

/** The words of the trade that every app shares, in English. */
export const en = {
  app: { name: 'Chengmai', full: 'Chengmai · urban management' },
  basis: { own: 'Set by Chengmai' },
  lamp: { in_time: 'In time', due_soon: 'Due soon', overdue: 'Overdue', suspended: 'Suspended', none: 'Untimed' },
  stage: {
    reported: 'Reported', verifying: 'Verifying', pending_register: 'To register', pending_dispatch: 'To dispatch',
    pending_department: 'To receive', handling: 'Handling', suspended: 'Suspended', feedback: 'To confirm',
    pending_check: 'To check', checking: 'Checking', pending_close: 'To close', self_audit: 'Self-disposal audit',
    closed: 'Closed', special_closed: 'Specially closed', rejected: 'Not accepted', not_registered: 'Not registered',
    voided: 'Voided', merged: 'Merged',
  },
  move: { component: 'Component named',
    report: 'Report', reject: 'Reject', merge: 'Merge', unmerge: 'Undo merge', send_verify: 'Send to verify',
    submit_verify: 'Submit verification', verify_timeout: 'Verification timed out', accept: 'Accept', register: 'Register',
    not_register: 'Do not register', back_to_acceptance: 'Back to acceptance', void: 'Void', dispatch: 'Dispatch',
    back_to_registrar: 'Back to registrar', assign: 'Receive and assign', apply_return: 'Ask to return',
    approve_return: 'Approve return', refuse_return: 'Refuse return', apply_extension: 'Ask for extension',
    approve_extension: 'Approve extension', refuse_extension: 'Refuse extension', apply_suspension: 'Ask to suspend',
    approve_suspension: 'Approve suspension', refuse_suspension: 'Refuse suspension', resume: 'Resume',
    finish: 'Finish', finish_part: 'Finish part', redo: 'Redo', confirm: 'Confirm feedback',
    back_to_handling: 'Back to handling', send_check: 'Send to check', pass_check: 'Check passed',
    fail_check: 'Check failed', close: 'Close', recheck: 'Check again', special_close: 'Special close',
    approve_special_close: 'Approve special close', refuse_special_close: 'Refuse special close', supervise: 'Supervise',
    pass_down: 'Pass down', pass_audit: 'Audit passed', fail_audit: 'Audit failed', reopen: 'Reopen',
    apply_appeal: 'Appeal', approve_appeal: 'Approve appeal', refuse_appeal: 'Refuse appeal',
  },
  clock: { acc: 'Accept', ver: 'Verify', reg: 'Register', dis: 'Dispatch', han: 'Handle', chk: 'Check', clo: 'Close' },
  unit: { em: '{n} min', eh: '{n} emergency h', ed: '{n} natural d', wh: '{n} working h', wd: '{n} working d' },
  duty: {
    collector: 'Collector', operator: 'Operator', duty_leader: 'Duty leader', dispatcher: 'Dispatcher',
    department: 'Department', handler: 'Handler', inspector: 'Inspector', leader: 'Leader',
    admin: 'Administrator', security: 'Security', auditor: 'Auditor', citizen: 'Citizen', system: 'System',
  },
  source: {
    collector: 'Collector', hotline: 'Hotline', wechat: 'WeChat', app: 'App', web: 'Web', video_ai: 'Video',
    alarm: 'Alarm', drone: 'Drone', leader: 'Leader', media: 'Media', transfer: 'Transfer',
    inspector: 'Inspector', import: 'Import',
  },
  kind: { matter: 'Matter', component: 'Component' },
  span: {
    minutes: '{whole} min', hours: '{whole} h {rest} min', days: '{whole} d {rest} h',
    even_hours: '{whole} h', even_days: '{whole} d', short_minutes: '{whole} min', short_hours: '{whole} h', short_days: '{whole} d',
    work_hours: '{whole} working h {rest} min', work_days: '{whole} working d {rest} h', even_work_hours: '{whole} working h', even_work_days: '{whole} working d', work_minutes: '{whole} working min',
    left: '{span} left', late: '{span} late', ago: '{span} ago',
  },
  act: {
    ok: 'OK', cancel: 'Cancel', close: 'Close', save: 'Save', retry: 'Try again', search: 'Search', more: 'More',
    clear: 'Clear', back: 'Back', next: 'Next', send: 'Send', choose: 'Choose', remove: 'Remove', all: 'All',
  },
  problem: problemsEn,
}
