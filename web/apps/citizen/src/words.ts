export const words = {
  zh: { home: { title: '城脉市民' } },
  en: { home: { title: 'Chengmai citizen' } },
}
