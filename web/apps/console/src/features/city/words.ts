export const cityWords = {
  zh: {
    place: { road: '道路', city: '市', district: '区', street: '街道', community: '社区' },
    city: {
      class_hint: '输入类别名称或代码', class_none: '没有这样的类别', class_none_hint: '换个词试试，例如“井盖”或“0101”。', class_first: '请先选择类别', no_conditions: '这个类别没有立案条件',
      find_place: '搜道路、小区、地点', standards: '类别与标准', kind: '种类', loop: '环节时限与规则', find_class: '搜类别、代码、立案条件', sum: '{classes} 个类别，{conditions} 条立案条件', self_disposable: '可自行处置',
      no: '序号', basis: '依据', open_end: '长期', setting: '项目', value: '取值', validity: '有效期',
      calendar: '工作日历', weekdays: ['一', '二', '三', '四', '五', '六', '日'], month: '{n} 月', year_before: '上一年', year_after: '下一年', working_days: '{n} 个工作日', holiday: '节假日', make_up: '调休上班', rest_mark: '休', work_mark: '班',
      works: '上班', rests: '休息', calendar_edit: '点一天可以改为上班或休息；在办案件的时限会随之重新计算。', calendar_read: '工作时限按这张日历计算，由系统管理员维护。', day_name: '名称', day_name_hint: '例如 国庆节', day_effect: '保存后，用到这一天的在办时限会重新计算。', day_saved: '日历已保存', uncertain: '这一年的国务院放假安排还没有录入，暂按周一至周五计算。',
    },
  },
  en: {
    place: { road: 'Road', city: 'City', district: 'District', street: 'Street office', community: 'Community' },
    city: {
      class_hint: 'Name or code of a class', class_none: 'No such class', class_none_hint: 'Try another word, or a code like 0101.', class_first: 'Choose a class first', no_conditions: 'This class has no conditions',
      find_place: 'Road, community, place', standards: 'Classes and standards', kind: 'Kind', loop: 'Limits and rules of the loop', find_class: 'Class, code, condition', sum: '{classes} classes, {conditions} conditions', self_disposable: 'May be self-disposed',
      no: 'No.', basis: 'Basis', open_end: 'further notice', setting: 'Setting', value: 'Value', validity: 'Validity',
      calendar: 'Working calendar', weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'], month: 'Month {n}', year_before: 'Year before', year_after: 'Year after', working_days: '{n} working days', holiday: 'Holiday', make_up: 'Make-up day', rest_mark: 'off', work_mark: 'on',
      works: 'Working', rests: 'Resting', calendar_edit: 'Click a day to change it; open deadlines are computed anew.', calendar_read: 'Working time is counted by this calendar; administrators keep it.', day_name: 'Name', day_name_hint: 'e.g. National Day', day_effect: 'Open deadlines that use this day are computed anew.', day_saved: 'Calendar saved', uncertain: 'The holidays of this year are not in the table yet; Monday to Friday are counted.',
    },
  },
}
