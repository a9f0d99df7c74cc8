export const caseZh = {
  queue: {
    to_accept: '待受理', verifying: '核实中', to_send_check: '待派核查', self_audit: '自处置待审', to_register: '待立案', to_close: '待结案', approvals: '待我审批',
    to_dispatch: '待派遣', feedback_review: '反馈审核', supervised: '督办中', to_receive: '待接收', department_handling: '处置中', to_confirm: '待确认反馈', suspended: '挂账',
    my_tasks: '我的任务', my_handle: '我的处置', my_verify: '我的核实', my_check: '我的核查', open: '全部在办', overdue: '超时', all: '全部',
  },
  case: {
    grid_closed: '（{day} 停用，现为 {codes}）',
    list: '案件列表', pane: '案件', map: '地图', queues: '队列', find: '搜案件号、描述、地址', order: '排序', order_newest: '最新在前', order_due: '先到期在前', order_oldest: '最早在前', filters: '筛选', refresh: '刷新',
    clear_filters: '清除筛选', stage: '阶段', lamp: '时限', class: '类别', area: '区域', organisation: '责任单位', source: '来源', since: '上报自', until_day: '上报至',
    count: '共 {n} 件', count_about: '约 {n} 件', words_common: '词语太常见，只在较新的案件中查找；加一个词或筛选可以缩小范围', empty: '这个队列是空的', empty_hint: '新案件到来时会自动出现在这里。也可以换一个队列，或清除筛选。', loading_more: '正在读取…', end: '共 {n} 件，已到底', left_queue: '已离开',
    urgent: '紧急', supervised: '督办', rework: '返工 {n}', unclassed: '未分类', unplaced: '待定位', reporters: '{n} 人反映', choose: '选一个案件', choose_hint: '用鼠标点选，或按 J、K 上下移动。',
    resize_list: '调整列表宽度', resize_map: '调整地图宽度', sentence: '{place}：{what}', clocks: '时限', moves: '现在可以做', photos: '照片', words: '反映内容', facts: '案件信息', timeline: '办理过程',
    clock_of: '{clock}时限 {limit}', due_by: '{time} 前', clock_spent: '已用 {span}', clock_paused: '已暂停', clock_running: '进行中', clock_stopped: '已结束', clock_voided: '已作废', other_clocks: '其他时限',
    no_moves: '现在没有需要您办的步骤。', barred: '另有 {n} 步现在不能办，看原因', moved: '{no} 已{move}', overtaken: '案件刚刚变为“{stage}”。您填写的内容还在，提交时会按最新情况核对。',
    condition: '立案条件', closes_when: '结案：{text}', close_condition: '已达到结案条件', grid: '网格', level: '{level} 级', suspended_until: '挂账至', reveal: '查看', reveal_reason: '为什么要看（会留下记录）',
    before: '处置前', after: '处置后', check: '核查', other: '其他', compare: '拖动比较处置前后', no_photos: '还没有照片', metres: '{n} 米', duplicates: '附近可能重复的 {n} 件', merged: '已并入本案', merged_into: '已并入',
    parts: '协办单位', mandatory: '必须完成', optional: '可选', part_done: '已完成', part_open: '未完成', pending_title: '{name} {kind}', waits_for: '等{duty}审批', days: '{n} 天', to_day: '至 {day}',
    more_fields: '补充（可不填）', add_co_units: '增加协办单位', days_hint: '不填则按原时限再延一次', other_master: '并入其他案件：输入案件号或末几位', no_master: '没有找到这个号码的在办案件。', pick_place: '在地图上点选位置', sending: '正在提交…', confirm_move: '确认{move}', ctrl_enter: 'Ctrl Enter',
    changed_title: '刚刚有人处理了这个案件', changed_little: '办理信息有更新，可以再次提交。', changed: '{what}：{from} → {to}', nothing: '无', handler: '处置人', pending: '申请', map_title: '在办案件', map_partial: '先显示 {n} 件，放大或筛选查看其余', open: '打开案件', open_area: '看{name}的全部在办',
  },
  pending: { return: '申请回退', extension: '申请延期', suspension: '申请挂账', special_close: '申请特殊结案', appeal: '申诉超时', void: '申请作废' },
  level: { yellow: '黄牌督办', red: '红牌督办', instruction: '领导批示' },
  result: { real: '属实', not_found: '未发现', wrong_class: '类别不符', no_owner: '无责任主体', litigation: '诉讼中', project: '纳入工程', enforcement: '转执法案件', force_majeure: '不可抗力', notice: '告知性结案' },
  need: {
    reason: '理由', text: '说明', place: '位置', class_code: '类别', condition_id: '立案条件', organisation_id: '责任单位', co_organisation_ids: '协办单位', handler_id: '处置人员', collector_id: '监督员', media_before: '照片', media_after: '处置后照片',
    media_other: '证明材料', result: '结论', until: '期限', days: '延长天数', master_id: '并入哪个案件', level: '督办方式', close_condition_met: '结案条件', finish_text: '处置情况', pass_check_media_after: '核查照片', fail_check_media_after: '核查照片', supervise_text: '督办意见',
  },
  missing: {
    reason: '请写明理由', text: '请写一句说明', place: '请在地图上标明位置', class_code: '请选择类别', condition_id: '请选择立案条件', organisation_id: '请选择单位', handler_id: '请选择处置人员', collector_id: '请选择监督员', media_before: '请附上照片', media_after: '请附上照片',
    media_other: '请附上证明材料', result: '请选择结论', until: '请填写期限', days: '请填写天数', master_id: '请选择要并入的案件', level: '请选择督办方式', close_condition_met: '请确认已达到结案条件', co_organisation_ids: '请选择协办单位',
  },
  consequence: {
    reject: '不予受理后案件终止，反映人会收到您写的理由。', not_register: '不予立案后案件终止，反映人会收到您写的理由。', void: '作废后案件终止，不能恢复。', close: '结案后只能由督察或值班长重新办理。', pass_audit: '通过后案件直接结案。',
    approve_special_close: '批准后案件特殊结案，不计入按期率。', approve_return: '同意后本次派遣作废，计入派遣差错。', approve_appeal: '同意后本案免计超时，只能决定一次。', refuse_appeal: '驳回后不能再次申诉。', dispatch: '派遣后处置时限开始计时，单位会立即收到。',
  },
  report: {
    title: '登记反映', words: '反映内容', words_hint: '记下市民说的话：在哪里、什么情况、有没有危险', words_missing: '请写下反映的内容', place_hint: '搜地点，或在地图上点选', address: '地址说明', address_hint: '路口、门牌、楼号、参照物', class_hint: '不确定可以不选，受理时再定',
    near: '附近有 {n} 件在办', near_hint: '如果是同一件事，仍可登记，受理时合并，反映人会收到进展。', name: '反映人', phone: '联系电话', source_key: '来源编号', urgent: '紧急，可能危及安全', send: '登记', done: '已登记', case_no: '案件号', tracking_no: '查询码', tell: '请把查询码告诉反映人，凭它可以随时查看进展。', next: '登记下一件',
  },
  print: { print: '打印', title: '案件办理档案', reported_at: '上报时间', position: '经纬度', step: '步骤', who: '办理人', foot: '由 {name} 打印于 {time}' },
  media: { drop: '选择、拖入或粘贴照片', photo: '照片', enlarge: '看大图', document: '文件' },
  fact: { cases_CaseReported: '上报', cases_CaseMoved: '办理', cases_CaseJoined: '有人同样反映', cases_CaseLinked: '关联', cases_SuspensionEnding: '挂账将到期', citizen_ReportRated: '市民评价', citizen_NoticeAgreed: '同意隐私告知', city_CalendarChanged: '日历改动', city_GridClosed: '网格停用', city_CollectorAssigned: '监督员到岗', identity_ContactRevealed: '查看了联系方式', identity_SignedIn: '登录', identity_PersonLocked: '账号锁定', identity_OrganisationMoved: '机构调整', identity_DutyGiven: '授予职责' },
}
