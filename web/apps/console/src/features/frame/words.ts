export const frameWords = {
  zh: {
    nav: { home: '首页', desk: '工作台', map: '地图', compare: '对比', report: '登记', standards: '标准', calendar: '日历', grid_checks: '网格检查', regrid: '网格拆分合并', house_numbers: '门牌', census: '数据导入导出', imports: '工单导入', system: '系统', print: '案卷', lost: '找不到页面' },
    nav_group: { intake: '登记', rules: '标准', people: '人员', city: '城市数据', system: '系统' },
    live: {
      live: '实时', connecting: '连接中', down: '已断开',
      live_hint: '案件变动会自动出现，无需刷新', connecting_hint: '正在连接实时通道', down_hint: '实时通道断开，正在自动重连；列表仍可手动刷新',
    },
    trouble: {
      unreachable: '连不上服务器', database_unavailable: '数据库暂时不可用', database_busy: '数据库连接已用完', messages_delayed: '消息投递有延迟', live_reconnecting: '实时通道正在重连',
      disk_nearly_full: '{disk}空间快满了，还剩 {free_megabytes} MB', disk_full: '{disk}空间已满，暂停接收新内容', clock_off: '服务器时钟偏差 {seconds} 秒', process_restarting: '部分服务正在重启', other: '平台有异常',
    },
    trouble_hint: {
      unreachable: '正在自动重试；已提交并得到确认的内容不会丢失。', database_unavailable: '正在自动恢复；已确认的操作都在，请稍后再提交。', database_busy: '请稍后再试，已确认的操作都在。',
      messages_delayed: '操作照常保存，画面和提醒会晚一些到。', live_reconnecting: '列表可手动刷新，恢复后会自动补齐。', disk_nearly_full: '请通知系统管理员清理或扩容。', disk_full: '可以查看，不能提交；请立即通知系统管理员。',
      clock_off: '时限计算可能不准，请通知系统管理员校时。', process_restarting: '通常几秒内恢复。', other: '请稍候，或联系系统管理员。',
    },
    trouble_disk: { var: '平台磁盘', media: '照片磁盘', data: '数据库磁盘', messages: '消息磁盘', log: '日志副本磁盘', backup: '备份磁盘' },
    frame: {
      rail: '主导航', more: '更多', skip: '跳到内容', theme: '切换明暗', language: '切换语言', search: '搜案件号、地点、道路', search_label: '搜索地点和案件',
      palette: '命令', palette_hint: '输入要做的事', palette_none: '没有这样的命令', sign_out: '退出登录', places: '地点', cases: '案件', nothing: '没有找到“{q}”',
      lost: '没有这个页面', lost_hint: '地址可能写错了，或页面已经搬走。', help: '键盘操作', help_title: '键盘操作', account: '账户', go: '打开 {place}', queue: '工作台：{queue}',
      key_move: '上一件、下一件', key_open: '打开案件', key_accept: '受理', key_file: '立案', key_dispatch: '派遣', key_merge: '合并', key_search: '搜索', key_palette: '命令', key_help: '这张表', key_close: '关闭、返回',
    },
  },
  en: {
    nav: { home: 'Home', desk: 'Desk', map: 'Map', compare: 'Compare', report: 'New', standards: 'Standards', calendar: 'Calendar', grid_checks: 'Grid check', regrid: 'Divide and join grids', house_numbers: 'House numbers', census: 'Import and export', imports: 'Import cases', system: 'System', print: 'Case file', lost: 'Page not found' },
    nav_group: { intake: 'Intake', rules: 'Rules', people: 'People', city: 'City data', system: 'System' },
    live: {
      live: 'Live', connecting: 'Connecting', down: 'Offline',
      live_hint: 'Changes appear by themselves', connecting_hint: 'Connecting to the live line', down_hint: 'The live line is down and reconnects by itself; lists can be reloaded by hand',
    },
    trouble: {
      unreachable: 'The server cannot be reached', database_unavailable: 'The database is not available', database_busy: 'The database has no connection left', messages_delayed: 'Messages are delayed', live_reconnecting: 'The live line is reconnecting',
      disk_nearly_full: 'The {disk} is nearly full: {free_megabytes} MB left', disk_full: 'The {disk} is full; nothing new is taken', clock_off: 'The server clock is off by {seconds} s', process_restarting: 'Some services are starting again', other: 'Something is wrong with the platform',
    },
    trouble_hint: {
      unreachable: 'It is tried again by itself; what was confirmed is safe.', database_unavailable: 'It comes back by itself; what was confirmed is safe. Send again shortly.', database_busy: 'Try again shortly; what was confirmed is safe.',
      messages_delayed: 'Everything is kept; screens and notices follow a little later.', live_reconnecting: 'Lists can be reloaded by hand and catch up by themselves.', disk_nearly_full: 'Tell the system administrator to make room.', disk_full: 'You can read but not send; tell the system administrator at once.',
      clock_off: 'Deadlines may be wrong; tell the system administrator.', process_restarting: 'Usually back within seconds.', other: 'Wait a little, or ask the system administrator.',
    },
    trouble_disk: { var: 'platform disk', media: 'photo disk', data: 'database disk', messages: 'message disk', log: 'disk of the kept log', backup: 'backup disk' },
    frame: {
      rail: 'Main navigation', more: 'More', skip: 'Skip to content', theme: 'Light or dark', language: 'Language', search: 'Case number, place, road', search_label: 'Search places and cases',
      palette: 'Commands', palette_hint: 'What do you want to do?', palette_none: 'No such command', sign_out: 'Sign out', places: 'Places', cases: 'Cases', nothing: 'Nothing found for “{q}”',
      lost: 'No such page', lost_hint: 'The address may be wrong, or the page has moved.', help: 'Keyboard', help_title: 'Keyboard', account: 'Account', go: 'Open {place}', queue: 'Desk: {queue}',
      key_move: 'Previous, next', key_open: 'Open case', key_accept: 'Accept', key_file: 'Register', key_dispatch: 'Dispatch', key_merge: 'Merge', key_search: 'Search', key_palette: 'Commands', key_help: 'This list', key_close: 'Close, go back',
    },
  },
}
