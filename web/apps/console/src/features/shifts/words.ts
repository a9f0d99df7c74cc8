export const shiftWords = {
  zh: {
    roster: {
      title: '排班', organisation: '单位', before: '上一周', after: '下一周', this_week: '本周', copy: '复制上周', copied: '新增 {n} 条排班', upload: '导入排班表', upload_hint: 'CSV 或 XLSX，三列：日期、班次、账号', empty: '还没有班次', empty_hint: '先定义班次，再把人员排进去。',
      add_shift: '添加班次', name: '班次名称', begins: '开始', ends: '结束', next_day: '次日', close: '停用班次“{name}”', put: '把人员排进{shift} {day}', take: '把{name}移出{shift} {day}', person: '人员', row: '第 {row} 行：{why}“{given}”', why_day: '日期不对 ', why_shift: '没有这个班次 ', why_person: '没有这个账号 ', today: '今天', nobody: '无人', read: '由本单位负责人排班。',
    },
  },
  en: {
    roster: {
      title: 'Roster', organisation: 'Organisation', before: 'Week before', after: 'Week after', this_week: 'This week', copy: 'Copy last week', copied: '{n} lines added', upload: 'Import a sheet', upload_hint: 'CSV or XLSX with day, shift, account', empty: 'No shifts yet', empty_hint: 'Define shifts first, then put people on them.',
      add_shift: 'Add a shift', name: 'Name', begins: 'Begins', ends: 'Ends', next_day: 'next day', close: 'Stop using “{name}”', put: 'Put somebody on {shift} {day}', take: 'Take {name} off {shift} {day}', person: 'Person', row: 'Row {row}: {why}“{given}”', why_day: 'no such day ', why_shift: 'no such shift ', why_person: 'no such account ', today: 'Today', nobody: 'Nobody', read: 'The head of the organisation keeps this roster.',
    },
  },
}
