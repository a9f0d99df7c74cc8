export const nearbyWords = {
  zh: {
    nearby: {
      title: '附近的问题', look: '看看附近的问题', asking: '正在定位…', none: '附近 {metres} 内没有正在处理的问题。', too: '我也遇到', own: '您反映过', mine: '已记下您也遇到', say: '可以补充几句（可不填）', send: '提交', people: '{n} 人反映', away: '离您约 {metres}', refused: '没有定位权限，先看看市中心附近。', why: '同一件事不用重新拍，点一下就行，进展也会告诉您。',
    },
  },
  en: {
    nearby: {
      title: 'Near you', look: 'See problems near you', asking: 'Finding you…', none: 'No open problems within {metres}.', too: 'Me too', own: 'Yours', mine: 'Noted that you see it too', say: 'Add a few words (optional)', send: 'Send', people: '{n} people', away: 'about {metres} away', refused: 'No leave to see your position; this is the centre of the city.', why: 'No need to report the same thing again: one tap, and you hear how it goes.',
    },
  },
}
