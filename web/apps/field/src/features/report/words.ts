export const reportWords = {
  zh: {
    report: { title: '上报问题', class: '类别', choose: '选择类别', search: '搜名称或编码', recent: '常用', none: '没有这样的类别', place: '位置', map: '地图选点', again: '重新定位', text: '情况说明', text_hint: '看到了什么（可不填）', urgent: '紧急', selfie: '当场已处理好（自行处置）', selfie_why: '处理前后各拍一张，受理员审核后直接结案。', send: '上报', outside: '这个位置不在本市范围内，请重选。', need: { photo: '请先拍一张现场照片', class: '请选择类别', place: '请先确定位置', after: '请拍一张处理后的照片', outside: '位置不在本市范围内，请重选' }, matter: '事件', component: '部件', sent_title: '上报' },
  },
  en: {
    report: { title: 'Report', class: 'Class', choose: 'Choose a class', search: 'Name or code', recent: 'Often used', none: 'No such class', place: 'Place', map: 'Choose on map', again: 'Find me again', text: 'What is there', text_hint: 'What you see (optional)', urgent: 'Urgent', selfie: 'Solved on the spot', selfie_why: 'One photo before, one after; it is closed after an audit.', send: 'Report', outside: 'Outside the city; please choose again.', need: { photo: 'Please take a photo', class: 'Please choose a class', place: 'Please set the place', after: 'Please take a photo of the result', outside: 'The place is outside the city' }, matter: 'Matter', component: 'Component', sent_title: 'Report' },
  },
}
