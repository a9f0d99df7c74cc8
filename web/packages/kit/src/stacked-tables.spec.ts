import { describe, expect, it } from 'vitest'
import { labelCells } from './stacked-tables'

function tableOf(html: string): HTMLTableElement {
  document.body.innerHTML = `<table class="table">${html}</table>`
  return document.querySelector('table')!
}

const labelsOf = (table: HTMLTableElement): (string | undefined)[] => [...table.querySelectorAll<HTMLElement>('tbody td, tbody th')].map(({ dataset }) => dataset.label)

describe('tables on a phone', () => {
  it('say beside every cell which column it was', () => {
    const table = tableOf('<thead><tr><th>班次</th><th>人员</th><th>日期</th></tr></thead><tbody><tr><th>夜班</th><td>张少平</td><td>周一</td></tr></tbody>')
    labelCells(table)
    expect(labelsOf(table)).toEqual(['', '人员', '日期'])
  })

  it('leave cells alone that stand for several columns', () => {
    const table = tableOf('<thead><tr><th>a</th><th>b</th><th>c</th></tr></thead><tbody><tr><td colspan="2">x</td><td>y</td></tr></tbody>')
    labelCells(table)
    expect(labelsOf(table)).toEqual(['', 'c'])
  })
})
