import { token } from '@chengmai/kit'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

export type Chart = EChartsType

export function makeChart(box: HTMLElement): Chart {
  return init(box, undefined, { renderer: 'svg' })
}

/** The chart theme: the tokens in force, read anew when light turns dark. */
export function chartColours() {
  return {
    ink: token('ink'), ink2: token('ink-2'), quiet: token('ink-3'), line: token('line'), surface: token('surface'), face: token('face'),
    one: token('chart-1'), two: token('chart-2'), three: token('chart-3'),
  }
}
