export { default as CityMap } from './CityMap.vue'
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
