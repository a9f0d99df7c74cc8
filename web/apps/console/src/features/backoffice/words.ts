export const backofficeWords = {
  zh: {
    nav: { tables: '基础数据' },
    tables: {
      title: '基础数据', tree: '数据表', choose: '选择一张表', choose_hint: '机构、人员、岗位、类别、时限、网格、权责……都在这里维护。', find: '搜索这张表', all_states: '全部', none: '没有符合条件的内容', none_hint: '换个词，或新建一行。', empty: '这张表还是空的', more: '更多', add: '新建', read_only: '只读', export: '下载 XLSX', import: '上传 XLSX', own_page: '打开专门页面', rows: '表格内容',
      state: { in_force: '现行', coming: '未生效', ended: '已停用' }, state_label: '状态', from: '{day} 起', until: '至 {day}',
      doing: { add: '新建', change: '修改', succeed: '修改（新的一行接续）', end: '停用', reinstate: '恢复使用', withdraw: '撤回' },
      edit: '修改', close: '关闭', on: '从哪天起', on_hint: '今天或以后；到那天自动生效。', end_on: '从哪天起停用', reason: '原因或依据', reason_hint: '例如 市政府令第 12 号', reason_need: '请写明原因或依据', password_new: '留空表示不变', none_chosen: '（空）', pick: '输入名称或代码查找', pick_none: '没有找到', amount: '数量', unit: '单位', yes: '是', json: '按原有形式填写', hours: '管理级别',
      unit_of: { em: '分钟', eh: '紧急工作时', ed: '紧急工作日', wh: '工作时', wd: '工作日' },
      preview: '看影响', preview_title: '这样改会怎样', no_effect: '没有发现对其他数据的影响。', refuses: '须先处理', save: '确认保存', saved: '已保存', nothing: '没有改动', before: '原', after: '新', changes: '改动',
      history: '历史', history_none: '还没有改动记录', history_hint: '通过本页面、XLSX 或命令行的每次改动都记在这里。', restore: '恢复到这一版', restored: '恢复了第 {id} 号改动的内容', who: '由',
      sheet: 'XLSX', sheet_title: '用 XLSX 批量修改', sheet_hint: '先下载，在表格里修改，再上传。上传后先显示会改什么，确认后才写入。', sheet_choose: '选择文件', sheet_compare: '比较', sheet_take: '写入这些改动', sheet_sum: '新增 {added}，修改 {changed}，相同 {same}，不能用 {refused}', sheet_taken: '已写入', line: '行', what: '结果', why: '说明', sheet_same: '文件与表中内容相同。',
      result: { add: '新增', change: '修改', end: '停用', refused: '不能用' },
    },
    beginning: { title: '开城准备', hint: '按顺序完成下面各项，城市就能受理第一件案件。', progress: '已完成 {done} / {all}', done: '已完成', open: '去办理', count: '现有 {n}', need: '至少 {n}' },
    problem: { code: {
      'tables.row_changed': '这一行刚被别人改过', 'tables.not_possible': '不能这样做', 'tables.hindered': '还有内容与它相关，不能停用', 'tables.bad_value': '填写的内容不能用', 'tables.already_there': '已经有这一行', 'tables.bad_sheet': '这个文件不能用', 'tables.not_your_table': '这张表由其他管理员维护', 'tables.table_not_found': '没有这张表', 'tables.row_not_found': '没有这一行',
    } },
  },
  en: {
    nav: { tables: 'Reference data' },
    tables: {
      title: 'Reference data', tree: 'Tables', choose: 'Choose a table', choose_hint: 'Organisations, people, duties, classes, limits, grids and responsibilities are kept here.', find: 'Search this table', all_states: 'All', none: 'Nothing fits', none_hint: 'Try another word, or add a row.', empty: 'This table is still empty', more: 'More', add: 'Add', read_only: 'Read only', export: 'Download XLSX', import: 'Upload XLSX', own_page: 'Open its own page', rows: 'Rows of the table',
      state: { in_force: 'In force', coming: 'To come', ended: 'Ended' }, state_label: 'State', from: 'from {day}', until: 'until {day}',
      doing: { add: 'Added', change: 'Changed', succeed: 'Changed (a new row follows)', end: 'Ended', reinstate: 'Reinstated', withdraw: 'Taken back' },
      edit: 'Change', close: 'Close', on: 'From which day', on_hint: 'Today or later; it takes effect by itself.', end_on: 'Ends from', reason: 'Reason or basis', reason_hint: 'e.g. city order no. 12', reason_need: 'Please say why', password_new: 'Left empty it stays', none_chosen: '(none)', pick: 'Find by name or code', pick_none: 'Nothing found', amount: 'Amount', unit: 'Unit', yes: 'Yes', json: 'In the same shape as now', hours: 'Management level',
      unit_of: { em: 'minutes', eh: 'emergency hours', ed: 'emergency days', wh: 'working hours', wd: 'working days' },
      preview: 'See the effect', preview_title: 'What this would do', no_effect: 'No effect on other data was found.', refuses: 'to be settled first', save: 'Save', saved: 'Saved', nothing: 'Nothing changed', before: 'Before', after: 'After', changes: 'Changes',
      history: 'History', history_none: 'No changes yet', history_hint: 'Every change by this page, by XLSX or at the command line stands here.', restore: 'Restore this version', restored: 'restored change no. {id}', who: 'by',
      sheet: 'XLSX', sheet_title: 'Change many rows by XLSX', sheet_hint: 'Download, edit, upload. First you see what would change; it is written after you confirm.', sheet_choose: 'Choose a file', sheet_compare: 'Compare', sheet_take: 'Write these changes', sheet_sum: '{added} new, {changed} changed, {same} the same, {refused} refused', sheet_taken: 'Written', line: 'Line', what: 'Result', why: 'Why', sheet_same: 'The file says what the table says.',
      result: { add: 'new', change: 'changed', end: 'ended', refused: 'refused' },
    },
    beginning: { title: 'Getting the city ready', hint: 'Go through these in order and the city can take its first case.', progress: '{done} of {all} done', done: 'Done', open: 'Go there', count: '{n} so far', need: 'at least {n}' },
    problem: { code: {
      'tables.row_changed': 'Somebody has just changed this row', 'tables.not_possible': 'That cannot be done', 'tables.hindered': 'Something still hangs on it', 'tables.bad_value': 'A value cannot be used', 'tables.already_there': 'There is such a row already', 'tables.bad_sheet': 'This file cannot be used', 'tables.not_your_table': 'Another administrator keeps this table', 'tables.table_not_found': 'No such table', 'tables.row_not_found': 'No such row',
    } },
  },
}
