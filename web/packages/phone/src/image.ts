/** The size of a picture when its longer side is at most `longest` pixels; never enlarged. */
export function fitted(width: number, height: number, longest: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** A JPEG of the picture, at most `longest` pixels, with these lines written over its lower edge. */
export async function pictureOf(file: Blob, longest: number, lines: readonly string[] = []): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const { width, height } = fitted(picture.width, picture.height, longest)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.drawImage(picture, 0, 0, width, height)
  picture.close()
  if (lines.length > 0) writeOver(pen, width, height, lines)
  return new Promise((resolve, reject) => {
    canvas.toBlob((made) => (made === null ? reject(new Error('no picture')) : resolve(made)), 'image/jpeg', 0.82)
  })
}

function writeOver(pen: CanvasRenderingContext2D, width: number, height: number, lines: readonly string[]): void {
  const style = getComputedStyle(document.documentElement)
  const size = Math.max(14, Math.round(Math.min(width, height) / 30))
  const line = Math.round(size * 1.5)
  const pad = Math.round(size * 0.7)
  const band = line * lines.length + pad * 1.5
  pen.fillStyle = style.getPropertyValue('--veil').trim()
  pen.fillRect(0, height - band, width, band)
  pen.fillStyle = style.getPropertyValue('--on-veil').trim()
  pen.font = `${size}px ${style.getPropertyValue('--face')}`
  pen.textBaseline = 'top'
  lines.forEach((text, index) => pen.fillText(text, pad, height - band + pad + index * line, width - 2 * pad))
}
