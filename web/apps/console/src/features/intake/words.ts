export const intakeWords = {
  zh: {
    intake: {
      title: '批量导入工单', census: '部件、网格、道路等城市数据，请到“数据导入导出”', lead: '把留言、工单表格变成案件；每一行都有结果', drop: '选择或拖入表格', sending: '正在上传 {n}%', kinds: 'CSV 或 XLSX，最大 60 MB', none: '还没有导入过文件', choose: '选一次导入看结果', choose_hint: '上传后先看列的对应和预览，确认无误再导入。',
      rows: '{n} 行', state: { reading: '读取中', ready: '待确认', running: '导入中', done: '已完成', cancelled: '已停止', failed: '失败' }, dry: '试运行', progress: '导入进度', created: '已建案', would_create: '可建案', repeated: '重复', refused: '未导入',
      start: '导入 {n} 行', try: '先试运行', cancel: '停止', download: '下载逐行结果', no_words: '请至少指定“主题”或“内容”一列', mapping: '列的对应', mapping_hint: '已按表头自动识别，可以逐列修改；不需要的列选“忽略”。', ignore: '忽略', column: '第 {n} 列',
      field: { message_no: '留言编号', user: '留言用户', subject: '主题', detail: '内容', time: '时间', lon: '经度', lat: '纬度', address: '地址', name: '姓名', phone: '电话', class_code: '类别代码', class_name: '类别名称' },
      date_order: '日期写法', date_clear: '自动（不明确的行报告出来）', date_dmy: '日/月/年', date_mdy: '月/日/年', system: '坐标系', wgs84: 'WGS-84', gcj02: 'GCJ-02（高德）', bd09: 'BD-09（百度）',
      report: '逐行结果', line: '行', result: '结果', why: '原因', content: '内容', row: { pending: '待导入', created: '已建案', repeated: '重复', refused: '未导入' },
      reason: {},
    },
  },
  en: {
    intake: {
      title: 'Import cases', census: 'Components, grids and roads come in under “Import and export”', lead: 'Turn tables of messages into cases; every row is answered for', drop: 'Choose or drop a table', sending: 'Sending {n}%', kinds: 'CSV or XLSX, up to 60 MB', none: 'Nothing imported yet', choose: 'Choose an import', choose_hint: 'Check the columns and the preview before you start.',
      rows: '{n} rows', state: { reading: 'Reading', ready: 'To confirm', running: 'Running', done: 'Done', cancelled: 'Stopped', failed: 'Failed' }, dry: 'Dry run', progress: 'Progress', created: 'Created', would_create: 'Would be created', repeated: 'Repeated', refused: 'Not imported',
      start: 'Import {n} rows', try: 'Dry run first', cancel: 'Stop', download: 'Download the row report', no_words: 'Name a column for subject or detail', mapping: 'Columns', mapping_hint: 'Detected from the header; change what is wrong, ignore what is not needed.', ignore: 'Ignore', column: 'Column {n}',
      field: { message_no: 'Message number', user: 'User', subject: 'Subject', detail: 'Detail', time: 'Time', lon: 'Longitude', lat: 'Latitude', address: 'Address', name: 'Name', phone: 'Phone', class_code: 'Class code', class_name: 'Class name' },
      date_order: 'Dates', date_clear: 'Automatic (unclear rows are reported)', date_dmy: 'day/month/year', date_mdy: 'month/day/year', system: 'Coordinates', wgs84: 'WGS-84', gcj02: 'GCJ-02 (AMap)', bd09: 'BD-09 (Baidu)',
      report: 'Row report', line: 'Row', result: 'Result', why: 'Reason', content: 'Content', row: { pending: 'Waiting', created: 'Created', repeated: 'Repeated', refused: 'Not imported' },
      reason: { empty: 'Empty row', no_text: 'No subject and no detail', text_too_long: 'Text too long', row_shape: 'More cells than columns', unclosed_quote: 'A quote is not closed', unreadable_bytes: 'Unreadable bytes', formula_without_value: 'A formula without a saved value', cell_error: 'An error value', time_unreadable: 'Unreadable time', time_ambiguous: 'Day and month are not clear', time_implausible: 'Implausible time', position_unreadable: 'Unreadable position', position_implausible: 'Not in this city', class_unknown: 'Unknown class', number_taken: 'Number used by another message', same_number: 'Same number', same_text: 'Same user, same words', refused_by_rule: 'Refused by the rules of reporting' },
    },
  },
}
