const common = {
  zh: {
    real: '属实', not_found: '未发现', wrong_class: '类别不符', pass_check: '合格', fail_check: '不合格', finish: '处置完成', apply_extension: '申请延期', apply_suspension: '申请挂账', apply_return: '申请回退', assign: '接收并指派', confirm: '确认完成', redo: '退回重做', finish_part: '协办完成',
  },
  en: {
    real: 'It is real', not_found: 'Not found', wrong_class: 'Other class', pass_check: 'Passed', fail_check: 'Not passed', finish: 'Done', apply_extension: 'Ask for time', apply_suspension: 'Ask to suspend', apply_return: 'Ask to return', assign: 'Accept and assign', confirm: 'Confirm', redo: 'Do it again', finish_part: 'My part is done',
  },
}

export const taskWords = {
  zh: {
    tab: { all: '主菜单', tasks: '任务', map: '地图', report: '上报', outbox: '发件箱' },
    kind: { verify: '核实', check: '核查', handle: '处置', assign: '待接收', confirm: '待确认' },
    do: { verify: '去核实', check: '去核查', handle: '去处置', assign: '去接收', confirm: '去确认' },
    action: common.zh,
    task: {
      title: '任务', next: '下一件', others: '其余 {n} 件', none: '没有待办任务', none_sub: '新任务会自动出现在这里。', hello: '{name}', no_position: '位置未知', kept: '离线：这是 {time} 看到的内容', due: '截止 {time}', untimed: '不计时', left: '还剩 {span}', late: '已超 {span}', go: '导航', open: '打开', more: '更多办理', pending_send: '待发送',
      refresh: '刷新', where: '位置', what: '问题', condition: '办理标准', words: '市民原话', pending: '{kind}正在等待审批', why_not: '现在不能办理：{why}', away: '{metres}', position: { asking: '正在定位…', here: '定位正常 ±{metres}', refused: '没有定位权限，请在手机设置里打开。', unavailable: '暂时定位不到，请到开阔处再试。', unknown: '正在定位…' },
      far: '您离现场约 {metres}，照片要在现场拍。', queued: '已提交', queued_off: '没有网络，已存入发件箱，联网后自动发送', not_there: '没有这件任务，或已经不在您手上。', no_place: '没有标明位置', filter: '全部', photos_before: '处理前', photos_after: '处理后', close_condition: '结案条件', return_to: '返工 {n} 次', urgent: '紧急', supervised: '督办', night: '夜间模式', day: '日间模式', me: '我',
    },
    form: { reason: '理由', reason_of: '为什么？', text: '做了什么？', text_more: '补充说明（可不填）', phrases: '常用语', days: '延长几个工作日', days_same: '按原时限延长一次', until: '挂账到哪天', handler: '交给谁', choose_class: '正确的类别', class_none: '请选择类别', need: { photo: '请先拍照', reason: '请写明理由', text: '请写明做了什么', place: '还没有定位到您的位置', class: '请选择类别', until: '请选择日期', handler: '请选择处置人员' }, send: '提交', me_here: '您的位置' },
    phrase: {
      finish: ['已清理干净', '已修复', '已更换', '已劝离'], fail_check: ['问题仍然存在', '只处理了一部分', '现场没有恢复'], apply_extension: ['需要采购配件', '天气原因无法施工', '需要其他单位配合'], apply_suspension: ['需要列入工程计划', '季节原因无法施工', '资金尚未落实'], apply_return: ['不属于本单位职责', '位置不在本辖区', '产权不属于本单位'], redo: ['照片看不清', '没有处理完', '位置不对'], finish_part: ['已配合处理完'],
    },
    pending_kind: { return: '回退', extension: '延期', suspension: '挂账', special_close: '特殊结案', appeal: '申诉', void: '作废' },
  },
  en: {
    tab: { all: 'Main menu', tasks: 'Tasks', map: 'Map', report: 'Report', outbox: 'Outbox' },
    kind: { verify: 'Verify', check: 'Check', handle: 'Handle', assign: 'To accept', confirm: 'To confirm' },
    do: { verify: 'Verify', check: 'Check', handle: 'Handle', assign: 'Accept', confirm: 'Confirm' },
    action: common.en,
    task: {
      title: 'Tasks', next: 'Next', others: '{n} more', none: 'Nothing to do', none_sub: 'New tasks appear here by themselves.', hello: '{name}', no_position: 'place unknown', kept: 'Offline: as seen at {time}', due: 'due {time}', untimed: 'untimed', left: '{span} left', late: '{span} late', go: 'Navigate', open: 'Open', more: 'More', pending_send: 'Waiting to send',
      refresh: 'Refresh', where: 'Place', what: 'Problem', condition: 'Standard', words: 'In the citizen’s words', pending: '{kind} waits for approval', why_not: 'Not possible now: {why}', away: '{metres}', position: { asking: 'Finding you…', here: 'Position ±{metres}', refused: 'No leave to see your position; allow it in the settings.', unavailable: 'No position now; try in the open.', unknown: 'Finding you…' },
      far: 'You are about {metres} away; photos are taken on the spot.', queued: 'Submitted', queued_off: 'No network: kept in the outbox and sent later', not_there: 'No such task, or it is not yours any more.', no_place: 'No place given', filter: 'All', photos_before: 'Before', photos_after: 'After', close_condition: 'Closed when', return_to: 'Reworked {n}×', urgent: 'Urgent', supervised: 'Supervised', night: 'Night mode', day: 'Day mode', me: 'Me',
    },
    form: { reason: 'Reason', reason_of: 'Why?', text: 'What was done?', text_more: 'More words (optional)', phrases: 'Phrases', days: 'How many more working days', days_same: 'Once more the original limit', until: 'Suspend until', handler: 'Who handles it', choose_class: 'The right class', class_none: 'Choose a class', need: { photo: 'Please take a photo', reason: 'Please say why', text: 'Please say what was done', place: 'Your position is not known yet', class: 'Please choose a class', until: 'Please choose a day', handler: 'Please choose a person' }, send: 'Submit', me_here: 'Your position' },
    phrase: {
      finish: ['Cleaned', 'Repaired', 'Replaced', 'Asked to leave'], fail_check: ['Still there', 'Only partly done', 'Not restored'], apply_extension: ['Parts are on order', 'The weather', 'Needs another unit'], apply_suspension: ['Needs a project', 'The season', 'No funds yet'], apply_return: ['Not our duty', 'Not our area', 'Not our property'], redo: ['Photo unclear', 'Not finished', 'Wrong place'], finish_part: ['Our part is done'],
    },
    pending_kind: { return: 'A return', extension: 'An extension', suspension: 'A suspension', special_close: 'A special close', appeal: 'An appeal', void: 'Voiding' },
  },
}
