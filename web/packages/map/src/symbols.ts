/** Our own symbols: paths on a grid of 24, filled; the halo is added when they are drawn. */
export const SYMBOLS = {
  in_time: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  due_soon: 'M12 2.5 21.500 12 12 21.500 2.500 12z',
  overdue: 'M12 3 22 20.500H2z',
  suspended: 'M5.500 4h4.500v16H5.500zM14 4h4.500v16H14z',
  none: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 3.200a4.800 4.800 0 1 1 0 9.600 4.800 4.800 0 0 1 0-9.600z',
  dot: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10z',
  square: 'M6 6h12v12H6z',
  // 公用设施: a cover
  cover: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM8 8.500h8v1.800H8zm0 4h8v1.800H8z',
  // 道路交通: a sign on a post
  sign: 'M5 4h14v8H13.200v8.500h-2.400V12H5zM7.500 7v2.200h9V7z',
  // 市容环境: a bin
  bin: 'M9 3.500h6v2h4.500v2.300h-15V5.500H9zM6 9.300h12l-1.200 11.200H7.200z',
  // 园林绿化: a tree
  tree: 'M12 2.500a6.200 6.200 0 0 1 5.600 8.900A4.600 4.600 0 0 1 15.500 17h-2.300v4.500h-2.400V17H8.500a4.600 4.600 0 0 1-2.100-5.600A6.200 6.200 0 0 1 12 2.500z',
  // 其他部件: a diamond ring
  other: 'M12 3.500 20.500 12 12 20.500 3.500 12zm0 4.600L8.100 12l3.900 3.900 3.900-3.900z',
  lamp: 'M10.500 21.500V6.500C10.500 4 12.200 2.500 14.800 2.500h4.700v4.200h-5.200v-1.700c-1 0-1.500.6-1.500 1.600v14.900z',
  bench: 'M3 8h18v2.500H3zm0 4.200h18v2.400h-2.500V19h-2.400v-4.400H7.900V19H5.500v-4.400H3z',
  drop: 'M12 2.500c4 4.800 6.500 8 6.500 11.500a6.500 6.500 0 0 1-13 0C5.500 10.500 8 7.300 12 2.500z',
  camera: 'M3 7h11l1 2.500 5.500-2V16l-5.500-2-1 2.500H9.500V21H7v-4.500H3z',
  toilet: 'M8 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM5.500 8h5v6H9.700v7H6.300v-7h-.8zM16 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm-1.500 5h3l1.800 7h-1.600v6h-3.400v-6h-1.600z',
  person: 'M12 3a3.200 3.200 0 1 1 0 6.400A3.200 3.200 0 0 1 12 3zM7 11h10v6h-2v5H9v-5H7z',
  // 公共停车场: a P on a plate
  parking: 'M4.500 3.500h15v17h-15zM9 7v10h2.300v-3.200h1.900a3.400 3.400 0 0 0 0-6.800zm2.300 2h1.700a1.400 1.400 0 0 1 0 2.800h-1.700z',
  bolt: 'M13.500 2.500 5 13.500h5.500L9.500 21.500 19 10h-6z',
  // 菜市场: a basket
  basket: 'M8 4l-3 6H2.500v2.300h1.300L5.500 20.500h13l1.700-8.200h1.300V10H19l-3-6-2 1 2.500 5h-9L10 5z',
  // 应急避难场所: a roof over people
  shelter: 'M12 2.500 2 10.500l1.500 1.900L12 5.600l8.500 6.800L22 10.500zM9 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm6 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM5.500 21c.3-3 1.600-4.200 3.500-4.200s3.200 1.200 3.500 4.200zm6 0c.3-3 1.600-4.200 3.500-4.200s3.200 1.200 3.500 4.200z',
  flag: 'M5.500 2.500H8V4h11.500l-3 4 3 4H8v9.500H5.500z',
} as const

export type SymbolName = keyof typeof SYMBOLS

const PIXEL_RATIO = 2
const PAD = 4
const SIDE = (24 + 2 * PAD) * PIXEL_RATIO
const REACH = 8 * PIXEL_RATIO
const FAR = 1e20

/** Squared distances to the nearest zero of a row, by the lower envelope of parabolas. */
export function distanceRow(row: Float64Array): Float64Array {
  const n = row.length
  const result = new Float64Array(n)
  const at = new Int32Array(n)
  const from = new Float64Array(n + 1)
  let k = 0
  from[0] = -FAR
  from[1] = FAR
  const value = (index: number): number => row[index] ?? FAR
  for (let q = 1; q < n; q++) {
    let cross: number
    do {
      const r = at[k] ?? 0
      cross = (value(q) - value(r) + q * q - r * r) / (q - r) / 2
    } while (cross <= (from[k] ?? -FAR) && --k > -1)
    k++
    at[k] = q
    from[k] = cross
    from[k + 1] = FAR
  }
  k = 0
  for (let q = 0; q < n; q++) {
    while ((from[k + 1] ?? FAR) < q) k++
    const r = at[k] ?? 0
    result[q] = value(r) + (q - r) * (q - r)
  }
  return result
}

function distances(inside: (index: number) => boolean, side: number): Float64Array {
  const grid = Float64Array.from({ length: side * side }, (_, n) => (inside(n) ? 0 : FAR))
  for (let x = 0; x < side; x++) {
    const column = distanceRow(Float64Array.from({ length: side }, (_, y) => grid[y * side + x] ?? FAR))
    column.forEach((value, y) => (grid[y * side + x] = value))
  }
  for (let y = 0; y < side; y++) {
    grid.set(distanceRow(grid.slice(y * side, (y + 1) * side)), y * side)
  }
  return grid.map(Math.sqrt)
}

/** A signed distance field in the alpha channel: MapLibre colours it and adds the halo. */
export function signedField(alpha: ArrayLike<number>, side: number): Uint8ClampedArray {
  const filled = (n: number): boolean => (alpha[n] ?? 0) >= 128
  const outer = distances(filled, side)
  const inner = distances((n) => !filled(n), side)
  const data = new Uint8ClampedArray(side * side * 4)
  for (let n = 0; n < side * side; n++) {
    const soft = (alpha[n] ?? 0) / 255
    const edge = soft > 0 && soft < 1 ? 0.5 - soft : (outer[n] ?? 0) - (inner[n] ?? 0)
    data[n * 4 + 3] = 255 - 255 * (edge / REACH + 0.25)
  }
  return data
}

export interface SymbolImage {
  data: { width: number; height: number; data: Uint8ClampedArray }
  pixelRatio: number
}

/** Draw one symbol. */
export function drawSymbol(name: SymbolName): SymbolImage {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('No canvas')
  pen.scale(PIXEL_RATIO, PIXEL_RATIO)
  pen.translate(PAD, PAD)
  pen.fill(new Path2D(SYMBOLS[name]), 'evenodd')
  const pixels = pen.getImageData(0, 0, SIDE, SIDE).data
  const alpha = Uint8ClampedArray.from({ length: SIDE * SIDE }, (_, n) => pixels[n * 4 + 3] ?? 0)
  return { data: { width: SIDE, height: SIDE, data: signedField(alpha, SIDE) }, pixelRatio: PIXEL_RATIO }
}
