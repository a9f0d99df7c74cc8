export const photoWords = {
  zh: { photos: { before: '现场照片', after: '处理后照片', check: '核查照片', proof: '证明材料', shoot: '拍照', broken: '这张照片读不出来，请重拍。' } },
  en: { photos: { before: 'Photos on the spot', after: 'Photos after', check: 'Photos of the check', proof: 'Evidence', shoot: 'Take a photo', broken: 'This photo cannot be read; please take another.' } },
}
