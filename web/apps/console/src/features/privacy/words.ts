export const privacyWords = {
  zh: {
    nav: { privacy: '个人信息' },
    privacy: {
      title: '个人信息请求', hint: '查阅复制、更正、删除和说明（个人信息保护法第四十四至五十条）', make: '登记新请求', make_hint: '先凭本人提供的号码找到人，查找本身会留痕', by_state: '按状态', none: '没有请求', none_hint: '市民在手机上提出，或在这里代为登记。',
      due: '答复期限', number: '请求', no: '请求 {n} 号', kind: '类别', by: '来源', asked: '提出时间', how_far: '进展', in_person: '当面或来电', online: '手机页面', phone: '本人手机号', reason: '查找理由', reason_hint: '例如：本人来访，申请复制，已核对身份证', find: '查找', nameless: '未留姓名', words: '本人要求', keep: '登记', made: '已登记',
      kinds: { copy: '查阅、复制', correct: '更正、补充', erase: '删除', explain: '说明规则' },
      state: { open: '待办', waiting: '等案件办结', done: '已办', refused: '不予办理', all: '全部' },
      copy: '查看应提供的内容', save: '下载副本', answer: '答复', answer_hint: '告知本人的话；不予办理时必须写明法律依据', answered_at: '答复时间', answered: '已答复', waits: '能删的已删除，其余等案件办结后自动删除', waiting_for: '有 {n} 件案件未办结，办结后自动删除：', carry_out: '已办理', refuse: '不予办理', refuse_needs: '请先写明依据',
      erase: '删除个人信息', erase_title: '确认删除', erase_ask: '将永久删除此人的姓名、电话和留言中的个人信息，不能恢复；案件本身保留。未办结案件所需的部分等办结后再删。', erase_yes: '永久删除',
      contacts: '联系方式（{n}）', reports: '上报（{n}）', is_open: '未办结', photos: '{n} 张照片', ratings: '评价（{n}）', score: '{n} 分', consents: '同意记录（{n}）', readings: '谁看过（{n}）',
    },
  },
  en: {
    nav: { privacy: 'Data rights' },
    privacy: {
      title: 'Personal data requests', hint: 'Copies, corrections, erasure, explanations (Personal Information Protection Law 44–50)', make: 'New request', make_hint: 'First find the person by the number they give; the search itself is on record', by_state: 'By state', none: 'No requests', none_hint: 'Citizens ask on their phone, or you keep a request for them here.',
      due: 'Due', number: 'Request', no: 'Request {n}', kind: 'Kind', by: 'From', asked: 'Asked', how_far: 'State', in_person: 'In person', online: 'Phone page', phone: 'Their number', reason: 'Why you search', reason_hint: 'e.g. came in person for a copy, identity card checked', find: 'Find', nameless: 'No name given', words: 'What they ask', keep: 'Keep', made: 'Kept',
      kinds: { copy: 'Copy', correct: 'Correction', erase: 'Erasure', explain: 'Explanation' },
      state: { open: 'open', waiting: 'waits for cases', done: 'done', refused: 'refused', all: 'all' },
      copy: 'Show what is to be given', save: 'Download the copy', answer: 'Answer', answer_hint: 'What the person is told; a refusal must name its legal ground', answered_at: 'Answered', answered: 'Answered', waits: 'What could go is gone; the rest follows when the cases end', waiting_for: '{n} open cases; the rest is erased when they end:', carry_out: 'Carried out', refuse: 'Refuse', refuse_needs: 'Write the ground first',
      erase: 'Erase personal data', erase_title: 'Erase for good?', erase_ask: 'The name, number and personal data in the words of this person are erased and cannot be restored; cases stay. What open cases need goes when they end.', erase_yes: 'Erase for good',
      contacts: 'Contacts ({n})', reports: 'Reports ({n})', is_open: 'open', photos: '{n} photos', ratings: 'Ratings ({n})', score: '{n} of 5:', consents: 'Consents ({n})', readings: 'Who has seen it ({n})',
    },
  },
}
