export const homeWords = {
  zh: {
    home: {
      greeting: '{name}，您好', trays: '我的队列', today: '今日运行', hours: '今日分时', districts: '各区今日上报', classes: '高发类别',
      reported: '上报', registered: '立案', dispatched: '派遣', disposed: '处置', closed: '结案', open: '在办', overdue: '超时在办', on_time_rate: '按期处置率',
      yesterday: '昨日此时 {n}', right_now: '此刻', age: '{time} 的数据，{n} 秒前读取', age_hint: '案件一有变动就会更新，至少每分钟一次', as_table: '看表格', as_chart: '看图', export: '导出',
      hour: '小时', hours_summary: '今日分时上报与结案，{hour} 时上报最多，{count} 件', all_in_time: '都在时限内', empty_tray: '没有待办',
    },
  },
  en: {
    home: {
      greeting: 'Hello, {name}', trays: 'My trays', today: 'Today', hours: 'Today by hour', districts: 'Reported today by district', classes: 'Most frequent classes',
      reported: 'Reported', registered: 'Registered', dispatched: 'Dispatched', disposed: 'Disposed', closed: 'Closed', open: 'Open', overdue: 'Open, overdue', on_time_rate: 'Disposed in time',
      yesterday: '{n} this time yesterday', right_now: 'right now', age: 'As of {time}, read {n} s ago', age_hint: 'Read again when a case moves, and at least every minute', as_table: 'Table', as_chart: 'Chart', export: 'Export',
      hour: 'Hour', hours_summary: 'Reported and closed by hour; most at {hour}:00 with {count}', all_in_time: 'All in time', empty_tray: 'Nothing to do',
    },
  },
}
