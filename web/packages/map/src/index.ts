export { default as CityMap } from './CityMap.vue'
export { default as ShapeEditor } from './ShapeEditor.vue'
export { boxOfRings, closed, contains, opened, type Corner, type Rings } from './shape'
export { recipeLayers, recipeSource, recipesFrom, showsLamps, type LayerRecipe, type ListedLayer } from './layer-recipe'
export { fetchConfig } from './chart'
export { SYMBOLS, type SymbolName } from './symbols'
export {
  casePoints,
  type BaseSource,
  type CasePoints,
  type CaseProperties,
  type Hit,
  type LonLat,
  type MapConfig,
  type View,
} from './types'
