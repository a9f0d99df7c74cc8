export const compareWords = {
  zh: {
    compare: {
      title: '两期对比', lead: '同口径比较两段时间；点任一数字看背后的案件', kind: '周期', week: '周', month: '月', quarter: '季', year: '年', earlier: '上一期', later: '下一期', against: '对比', previous: '上一期', last_year: '去年同期', by: '分组', class: '小类', major: '大类', district: '区', street: '街道', organisation: '责任单位', source: '来源',
      partial: '本期未结束，按前 {n} 天同天数对比', pending: '另有 {n} 天的数字正在重算', now: '本期', before: '对比期', change: '变化', share: '变化率', points: '{n} 个百分点', trend: '每日走势', trend_month: '每月走势', ranks: '{by}排名：{what}', table: '全部数字', measure: '指标', none: '这段时间没有案件', none_hint: '换一个周期，或选择更早的时间。', unknown: '未填', total: '合计', chart_says: '{what}：本期 {now}，对比期 {before}', export: '导出表格',
      count: { reported: '上报', registered: '立案', disposed: '处置', overtime: '超期处置', closed: '结案', rework: '返工' }, rate: { in_time_rate: '按期处置率', close_rate: '结案率', in_time_close_rate: '按期结案率', rework_rate: '返工率' },
    },
  },
  en: {
    compare: {
      title: 'Two periods', lead: 'Two periods measured alike; press a figure to see its cases', kind: 'Period', week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year', earlier: 'Earlier', later: 'Later', against: 'Against', previous: 'The one before', last_year: 'The same of last year', by: 'By', class: 'Class', major: 'Major class', district: 'District', street: 'Street', organisation: 'Organisation', source: 'Source',
      partial: 'Still running: its {n} days beside as many', pending: '{n} days are being counted anew', now: 'Now', before: 'Then', change: 'Change', share: 'Share', points: '{n} points', trend: 'By day', trend_month: 'By month', ranks: '{what} by {by}', table: 'All figures', measure: 'Figure', none: 'No cases in this time', none_hint: 'Choose another period or an earlier one.', unknown: 'Not given', total: 'Total', chart_says: '{what}: {now} now, {before} then', export: 'Export',
      count: { reported: 'Reported', registered: 'Registered', disposed: 'Handled', overtime: 'Handled late', closed: 'Closed', rework: 'Reworked' }, rate: { in_time_rate: 'Handled in time', close_rate: 'Closed of due', in_time_close_rate: 'Closed in time', rework_rate: 'Rework rate' },
    },
  },
}
