/** Many calls soon after each other become one: at once when quiet, then at most once per `pause` ms. */
export function gathered(act: () => void, pause: number): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = false
  const run = (): void => {
    timer = undefined
    if (!asked) return
    asked = false
    act()
    timer = setTimeout(run, pause)
  }
  return {
    ask: () => {
      asked = true
      timer ??= setTimeout(run, 150)
    },
    stop: () => clearTimeout(timer),
  }
}
