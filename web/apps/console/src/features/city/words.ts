export const cityWords = {
  zh: {
    plan: { title: '已安排的变更', keep: '安排在这一天', later: '到 {day} 零时后自动执行，届时重新检查。', kept: '已安排在 {day} 执行', give_up: '取消安排', state: { waiting: '待执行', done: '已执行', failed: '未能执行', cancelled: '已取消' }, kind: { split_grid: '拆分网格', merge_grids: '合并网格', draw_area: '划定', end_area: '停用区域' } },
    house: { lead: '按路维护门牌，地址搜索立即可用', import: '批量导入', road: '道路', find: '输入路名', count: '{n} 个', no_road: '没有这样的道路。', choose: '选择一条道路', choose_hint: '在左边输入路名，选中后可在地图上增、移、删门牌。', map: '{road} 的门牌', add: '加门牌', number: '门牌号', number_hint: '如 12、12-3、12号甲', add_hint: '在地图上点出门的位置。', move_hint: '在地图上点出正确位置，或拖动图钉。', save: '保存门牌', move: '保存位置', remove: '删除', added: '已加 {number}', moved: '位置已改', removed: '已删除', none: '这条路还没有门牌。' },
    regrid: {
      lead: '拆分或合并单元网格：先看结果，再执行；旧编码停用，不再使用', code: '网格编码（15 位）', open: '打开', or_place: '或按地点查找网格', none: '选择一个单元网格', none_hint: '输入 15 位编码，或按地点查找。', map: '网格与相邻网格', plan: '结果预览', split: '拆分', merge: '合并', level: '{level} 级', components: '{n} 个部件',
      split_hint: '在地图上画一条线：从网格外一侧点起，穿过网格，到另一侧外面。', merge_hint: '在地图上或这里点选要合并的相邻网格（同一社区、同一责任网格）。', merge_none: '没有同一社区、同一责任网格的相邻网格。', successor: '新网格', area: '平方米', things: '部件', cases: '在办案件',
      closes: '停用：{codes}。部件随位置转入新网格，案件仍按当日编码显示，并注明承接网格。', duty: '责任网格不变：{grid}，监督员 {who}。', no_duty: '没有责任网格。', nobody: '未指派', levels: '管理级别将统一为 {level} 级（原有 {lost} 级），时限随之改变。', sure: '自 {day} 起执行，旧编码停用后不能恢复。', yes: '确认', done: '已完成，新网格 {codes}',
    },
    fault: {
      hint: '检查单元网格无空隙、不重叠、归属唯一社区，部件恰在一个网格内，责任网格等于其单元网格之和，停用编码不再启用。', start: '开始检查', stop: '停止', progress: '第 {done} 步，共 {total} 步', checked: '{grids} 个单元网格，{components} 个部件',
      never: '还没有检查过', never_hint: '点“开始检查”，全市几秒钟就能查完，也可以边查边做别的。', sound: '网格完好，没有发现问题', all: '全部', kind: '问题', code: '编码', other: '相关编码', area: '面积（㎡）', where: '位置', more: '再显示（还有 {n} 条）',
      state_waiting: '等待检查', state_running: '正在检查', state_done: '检查完成', state_cancelled: '已停止', state_failed: '检查出错',
      gap: '空隙', overlap: '重叠', outside_community: '越出社区', community_closed: '社区已停用', prefix: '编码前缀不符', stray_component: '部件不在网格内', misplaced_component: '部件登记网格不符', duty_shape: '责任网格不吻合', no_duty_grid: '没有责任网格', reused_code: '停用编码又启用',
    },
    place: { road: '道路', city: '市', district: '区', street: '街道', community: '社区', crossing: '路口', number: '门牌', interpolated: '门牌（推算）', beyond: '门牌（附近）', place: '地点', component_place: '部件位置', stretch: '路段', road_in_area: '道路', area: '区域', component: '部件', grid: '单元网格' },
    city: {
      class_hint: '输入类别名称或代码', class_none: '没有这样的类别', class_none_hint: '换个词试试，例如“井盖”或“0101”。', class_first: '请先选择类别', no_conditions: '这个类别没有立案条件',
      find_place: '搜道路、小区、地点', standards: '类别与标准', kind: '种类', loop: '环节时限与规则', find_class: '搜类别、代码、立案条件', sum: '{classes} 个类别，{conditions} 条立案条件', self_disposable: '可自行处置',
      no: '序号', basis: '依据', open_end: '长期', setting: '项目', value: '取值', validity: '有效期',
      calendar: '工作日历', weekdays: ['一', '二', '三', '四', '五', '六', '日'], month: '{n} 月', year_before: '上一年', year_after: '下一年', working_days: '{n} 个工作日', holiday: '节假日', make_up: '调休上班', rest_mark: '休', work_mark: '班',
      works: '上班', rests: '休息', calendar_edit: '点一天可以改为上班或休息；在办案件的时限会随之重新计算。', calendar_read: '工作时限按这张日历计算，由系统管理员维护。', day_name: '名称', day_name_hint: '例如 国庆节', day_effect: '保存后，用到这一天的在办时限会重新计算。', day_saved: '日历已保存', uncertain: '这一年的国务院放假安排还没有录入，暂按周一至周五计算。',
    },
  },
  en: {
    plan: { title: 'Planned changes', keep: 'Plan it for this day', later: 'Made by itself after midnight of {day}, with every check of that day.', kept: 'Planned for {day}', give_up: 'Give up', state: { waiting: 'Waiting', done: 'Made', failed: 'Refused', cancelled: 'Given up' }, kind: { split_grid: 'Divide grid', merge_grids: 'Join grids', draw_area: 'Draw', end_area: 'End area' } },
    house: { lead: 'House numbers road by road; address search knows them at once', import: 'Import a table', road: 'Road', find: 'Name of a road', count: '{n}', no_road: 'No such road.', choose: 'Choose a road', choose_hint: 'Type its name on the left, then add, move or remove numbers on the map.', map: 'Numbers of {road}', add: 'Add a number', number: 'Number', number_hint: '12, 12-3, 12号甲', add_hint: 'Click where the door is.', move_hint: 'Click the right place, or drag the pin.', save: 'Save the number', move: 'Save the place', remove: 'Remove', added: '{number} added', moved: 'Moved', removed: 'Removed', none: 'No numbers on this road yet.' },
    regrid: {
      lead: 'Divide or join unit grids: see what comes of it first; old codes are closed for good', code: 'Grid code (15 digits)', open: 'Open', or_place: 'or find the grid by place', none: 'Choose a unit grid', none_hint: 'Give its 15 digits, or find it by place.', map: 'The grid and its neighbours', plan: 'What would come of it', split: 'Divide', merge: 'Join', level: 'level {level}', components: '{n} components',
      split_hint: 'Draw a line: begin outside the grid, cross it, end outside on the other side.', merge_hint: 'Choose neighbours of the same community and duty grid, here or on the map.', merge_none: 'No neighbour of the same community and duty grid.', successor: 'New grid', area: 'm²', things: 'Components', cases: 'Open cases',
      closes: 'Closed: {codes}. Components go to the new grid at their place; cases keep the code of their day and name the successor.', duty: 'The duty grid stays: {grid}, collector {who}.', no_duty: 'No duty grid.', nobody: 'nobody', levels: 'The management level becomes {level} (there was also {lost}); limits change with it.', sure: 'From {day}. Closed codes never come back.', yes: 'Yes', done: 'Done: new grids {codes}',
    },
    fault: {
      hint: 'Unit grids leave no gap and do not overlap, each lies in one community; every component in exactly one grid; duty grids are the sum of their unit grids; closed codes stay closed.', start: 'Check now', stop: 'Stop', progress: 'Step {done} of {total}', checked: '{grids} unit grids, {components} components',
      never: 'Never checked yet', never_hint: 'Press "Check now"; the whole city takes seconds, in the background.', sound: 'The grids are sound', all: 'All', kind: 'Fault', code: 'Code', other: 'Other code', area: 'Area (m²)', where: 'Where', more: 'Show more ({n} left)',
      state_waiting: 'Waiting', state_running: 'Checking', state_done: 'Checked', state_cancelled: 'Stopped', state_failed: 'The check failed',
      gap: 'Gap', overlap: 'Overlap', outside_community: 'Outside its community', community_closed: 'Community closed', prefix: 'Wrong code prefix', stray_component: 'Component in no grid', misplaced_component: 'Component of another grid', duty_shape: 'Duty grid does not match', no_duty_grid: 'No duty grid', reused_code: 'Closed code used again',
    },
    place: { road: 'Road', city: 'City', district: 'District', street: 'Street office', community: 'Community', crossing: 'Crossing', number: 'House number', interpolated: 'House number (estimated)', beyond: 'House number (near)', place: 'Place', component_place: 'Place of a component', stretch: 'Stretch of road', road_in_area: 'Road', area: 'Area', component: 'Component', grid: 'Unit grid' },
    city: {
      class_hint: 'Name or code of a class', class_none: 'No such class', class_none_hint: 'Try another word, or a code like 0101.', class_first: 'Choose a class first', no_conditions: 'This class has no conditions',
      find_place: 'Road, community, place', standards: 'Classes and standards', kind: 'Kind', loop: 'Limits and rules of the loop', find_class: 'Class, code, condition', sum: '{classes} classes, {conditions} conditions', self_disposable: 'May be self-disposed',
      no: 'No.', basis: 'Basis', open_end: 'further notice', setting: 'Setting', value: 'Value', validity: 'Validity',
      calendar: 'Working calendar', weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'], month: 'Month {n}', year_before: 'Year before', year_after: 'Year after', working_days: '{n} working days', holiday: 'Holiday', make_up: 'Make-up day', rest_mark: 'off', work_mark: 'on',
      works: 'Working', rests: 'Resting', calendar_edit: 'Click a day to change it; open deadlines are computed anew.', calendar_read: 'Working time is counted by this calendar; administrators keep it.', day_name: 'Name', day_name_hint: 'e.g. National Day', day_effect: 'Open deadlines that use this day are computed anew.', day_saved: 'Calendar saved', uncertain: 'The holidays of this year are not in the table yet; Monday to Friday are counted.',
    },
  },
}
