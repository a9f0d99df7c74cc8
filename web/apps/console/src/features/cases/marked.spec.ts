import { describe, expect, it } from 'vitest'
import { piecesOf } from './marked'

describe('a text with marks', () => {
  it('is cut where the words begin and end, and loses nothing', () => {
    const pieces = piecesOf('海滨大道井盖破损', [[0, 4], [4, 6]])
    expect(pieces).toEqual([{ text: '海滨大道', found: true }, { text: '井盖', found: true }, { text: '破损', found: false }])
  })
  it('is one piece without marks and survives marks beyond its end', () => {
    expect(piecesOf('路面', undefined)).toEqual([{ text: '路面', found: false }])
    expect(piecesOf('路面', [[1, 99]]).map((piece) => piece.text).join('')).toBe('路面')
  })
  it('counts characters, not code units', () => {
    expect(piecesOf('𠮷路灯', [[1, 3]])[1]).toEqual({ text: '路灯', found: true })
  })
})
