// Types from the back end's OpenAPI document. With --check: says whether anything drifted, writes nothing.
//   node scripts/generate.mjs            asks the back end (../.venv/bin/chengmai openapi), keeps openapi.json, writes schema.d.ts
//   node scripts/generate.mjs --check    fails when the kept document or the kept types differ
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const here = (path) => new URL(path, import.meta.url)
const kept = here('../packages/api/openapi.json')
const types = here('../packages/api/src/schema.d.ts')
const check = process.argv.includes('--check')
const backEnd = here('../../.venv/bin/chengmai')

function fresh() {
  if (!existsSync(backEnd)) return existsSync(kept) ? readFileSync(kept, 'utf8') : ''
  const text = execFileSync(backEnd.pathname, ['openapi'], { encoding: 'utf8', maxBuffer: 64 << 20 })
  return JSON.stringify(JSON.parse(text), null, 1) + '\n'
}

const document = fresh()
if (!document) {
  console.error('No OpenAPI document: install the back end into .venv first.')
  process.exit(1)
}
const code = '// Generated from openapi.json; do not edit.\n' + astToString(await openapiTS(document))
const before = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

if (check) {
  const drifted = before(kept) !== document || before(types) !== code
  console.log(drifted ? 'The API types drifted: run npm run generate.' : 'The API types fit the back end.')
  process.exit(drifted ? 1 : 0)
}
writeFileSync(kept, document)
writeFileSync(types, code)
console.log('packages/api: openapi.json and src/schema.d.ts written.')
