import { problemsZh } from './problems-zh'

/** The words of the trade that every app shares, in Chinese. */
export const zh = {
  app: { name: '城脉', full: '城脉 · 智慧城管平台' },
  basis: { own: '城脉平台设定' },
  lamp: { in_time: '正常', due_soon: '临期', overdue: '超时', suspended: '挂账', none: '不计时' },
  stage: {
    reported: '待受理', verifying: '核实中', pending_register: '待立案', pending_dispatch: '待派遣',
    pending_department: '待接收', handling: '处置中', suspended: '挂账', feedback: '待反馈确认',
    pending_check: '待核查', checking: '核查中', pending_close: '待结案', self_audit: '自处置待审',
    closed: '已结案', special_closed: '特殊结案', rejected: '不予受理', not_registered: '不予立案',
    voided: '已作废', merged: '已合并',
  },
  move: { component: '指明部件',
    report: '上报', reject: '不予受理', merge: '合并', unmerge: '撤销合并', send_verify: '派核实',
    submit_verify: '提交核实', verify_timeout: '核实超时', accept: '受理', register: '立案',
    not_register: '不予立案', back_to_acceptance: '退回受理', void: '作废', dispatch: '派遣',
    back_to_registrar: '退回值班长', assign: '接收并指派', apply_return: '申请回退',
    approve_return: '同意回退', refuse_return: '驳回回退', apply_extension: '申请延期',
    approve_extension: '同意延期', refuse_extension: '驳回延期', apply_suspension: '申请挂账',
    approve_suspension: '同意挂账', refuse_suspension: '驳回挂账', resume: '销账恢复',
    finish: '处置完成', finish_part: '协办完成', redo: '退改', confirm: '确认反馈',
    back_to_handling: '退回处置', send_check: '派核查', pass_check: '核查通过',
    fail_check: '核查不通过', close: '结案', recheck: '再核查', special_close: '特殊结案',
    approve_special_close: '批准特殊结案', refuse_special_close: '驳回特殊结案', supervise: '督办',
    pass_down: '再派遣', pass_audit: '审核通过', fail_audit: '审核不通过', reopen: '重新办理',
    apply_appeal: '申诉', approve_appeal: '同意申诉', refuse_appeal: '驳回申诉',
  },
  clock: { acc: '受理', ver: '核实', reg: '立案', dis: '派遣', han: '处置', chk: '核查', clo: '结案' },
  unit: {
    em: '{n} 分钟', eh: '{n} 紧急工作时', ed: '{n} 自然日', wh: '{n} 工作时', wd: '{n} 工作日',
  },
  duty: {
    collector: '监督员', operator: '受理员', duty_leader: '值班长', dispatcher: '派遣员',
    department: '专业部门', handler: '处置人员', inspector: '督察', leader: '领导',
    admin: '系统管理员', security: '安全管理员', auditor: '审计员', citizen: '市民', system: '系统',
  },
  source: {
    collector: '监督员', hotline: '热线', wechat: '微信', app: 'App', web: '网页', video_ai: '视频识别',
    alarm: '物联报警', drone: '无人机', leader: '领导批示', media: '媒体', transfer: '部门移送',
    inspector: '督察', import: '批量导入',
  },
  kind: { matter: '事件', component: '部件' },
  span: {
    minutes: '{whole} 分钟', hours: '{whole} 小时 {rest} 分', days: '{whole} 天 {rest} 小时',
    even_hours: '{whole} 小时', even_days: '{whole} 天', short_minutes: '{whole} 分', short_hours: '{whole} 时', short_days: '{whole} 天',
    work_hours: '{whole} 工作小时 {rest} 分', work_days: '{whole} 工作日 {rest} 小时', even_work_hours: '{whole} 工作小时', even_work_days: '{whole} 工作日', work_minutes: '{whole} 工作分钟',
    left: '剩余 {span}', late: '超时 {span}', ago: '{span}前',
  },
  act: {
    ok: '好', cancel: '取消', close: '关闭', save: '保存', retry: '再试一次', search: '搜索', more: '更多',
    clear: '清除', back: '返回', next: '下一步', send: '提交', choose: '选择', remove: '移除', all: '全部',
  },
  problem: problemsZh,
}
