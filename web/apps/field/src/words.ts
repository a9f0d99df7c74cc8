export const words = {
  zh: { home: { title: '城脉外业' } },
  en: { home: { title: 'Chengmai field' } },
}
