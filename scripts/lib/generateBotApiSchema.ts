import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { projectRoot } from './projectRoot.ts'

export const botApiSchemaFile = 'telegram-emulator/src/api/bot/schema/botApiSchema.ts'

/** The types write `number` for both; these are the Bot API's floats. */
const FLOAT =
  /^(latitude|longitude|horizontal_accuracy|[xy]_shift|scale|.*_percentage|rotation_angle|.*_timestamp)$/
const INTEGER_TIMESTAMP = /^(start_timestamp|video_start_timestamp)$/
const ARRAYS = new Set(['Array', 'ReadonlyArray'])
/** They change which fields there must be, not which there may be. */
const WRAPPERS = new Set(['Readonly', 'Omit'])

type Fields = Record<string, string>

/**
 * Writes what every method of the Bot API takes, read from the declarations of @grammyjs/types: a line for each
 * method and for each object type.
 */
export function generateBotApiSchema(): void {
  const entry = join(projectRoot, 'node_modules/@grammyjs/types/mod.d.ts')
  const program = ts.createProgram([entry], { skipLibCheck: true, types: [], noResolve: false })
  const { methods, types } = readSchema(program, entry)
  writeFileSync(join(projectRoot, botApiSchemaFile), render(methods, types))
}

function readSchema(program: ts.Program, entry: string) {
  const checker = program.getTypeChecker()
  const types = new Map<string, Fields | string>()
  const methods = new Map<string, Fields | string>()

  function readFields(members: readonly ts.Symbol[]): Fields {
    return Object.fromEntries(members.map((member) => readField(member)))
  }

  function readField(symbol: ts.Symbol): [string, string] {
    const declaration = symbol.declarations?.[0]
    if (!declaration || !ts.isPropertySignature(declaration) || !declaration.type)
      throw new Error(`${symbol.name} is no property`)
    const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0
    const successor = successorOf(symbol)
    const type = readType(declaration.type, symbol.name)
    return [`${symbol.name}${isOptional ? '?' : ''}`, successor ? `${type} -> ${successor}` : type]
  }

  function readType(node: ts.TypeNode, field: string): string {
    if (ts.isParenthesizedTypeNode(node)) return readType(node.type, field)
    if (ts.isArrayTypeNode(node)) return arrayOf(readType(node.elementType, field))
    if (ts.isTypeOperatorNode(node)) return readType(node.type, field)
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return `'${node.literal.text}'`
    if (ts.isTypeReferenceNode(node)) return readReference(node, field)
    const type = checker.getTypeFromTypeNode(node)
    if (isOf(type, ts.TypeFlags.StringLike)) return 'string'
    if (isOf(type, ts.TypeFlags.BooleanLike)) return 'boolean'
    if (ts.isUnionTypeNode(node))
      return [...new Set(node.types.map((part) => readType(part, field)))].join('|')
    if (isOf(type, ts.TypeFlags.NumberLike))
      return FLOAT.test(field) && !INTEGER_TIMESTAMP.test(field) ? 'number' : 'integer'
    throw new Error(`${field}: what is ${node.getText()}?`)
  }

  function readReference(node: ts.TypeReferenceNode, field: string): string {
    const name = node.typeName.getText()
    const [argument] = node.typeArguments ?? []
    if (argument && ARRAYS.has(name)) return arrayOf(readType(argument, field))
    if (argument && WRAPPERS.has(name)) return readType(argument, field)
    const type = checker.getTypeFromTypeNode(node)
    if (type.flags & ts.TypeFlags.TypeParameter) return 'InputFile'
    if (isOf(type, ts.TypeFlags.StringLike)) return 'string'
    return register(type, node)
  }

  function register(type: ts.Type, node: ts.TypeReferenceNode): string {
    const symbol = checker.getSymbolAtLocation(node.typeName)
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    if (!target) throw new Error(`What is ${node.getText()}?`)
    const name = checker.getFullyQualifiedName(target).replace(/^".*"\./, '')
    if (types.has(name)) return name
    types.set(name, {})
    const alias = target.declarations?.find(ts.isTypeAliasDeclaration)
    const isUnion = alias !== undefined && ts.isUnionTypeNode(alias.type)
    types.set(name, isUnion ? readType(alias.type, name) : readFields(checker.getPropertiesOfType(type)))
    return name
  }

  const file = program.getSourceFile(entry)
  const module = file && checker.getSymbolAtLocation(file)
  const apiMethods = module && checker.getExportsOfModule(module).find(({ name }) => name === 'ApiMethods')
  if (!apiMethods) throw new Error('ApiMethods is not exported')
  for (const symbol of checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(apiMethods))) {
    const successor = successorOf(symbol)
    const declaration = symbol.declarations?.[0]
    if (successor) methods.set(symbol.name, successor)
    else if (declaration && ts.isMethodSignature(declaration)) {
      const parameters = declaration.parameters[0]?.type
      const given = parameters && checker.getPropertiesOfType(checker.getTypeFromTypeNode(parameters))
      methods.set(symbol.name, readFields(given ?? []))
    }
  }
  return { methods, types }
}

/** What a deprecated name says is to be used in its place. */
function successorOf(symbol: ts.Symbol): string | undefined {
  const tag = symbol.getJsDocTags().find(({ name }) => name === 'deprecated')
  const text = ts.displayPartsToString(tag?.text)
  return tag && (/`(\w+)`/.exec(text)?.[1] ?? 'nothing')
}

function arrayOf(type: string): string {
  return type.includes('|') ? `(${type})[]` : `${type}[]`
}

/** Whether every value of the type is of the kind. */
function isOf(type: ts.Type, flags: ts.TypeFlags): boolean {
  if (type.isUnion()) return type.types.every((part) => isOf(part, flags))
  if (type.isIntersection()) return type.types.some((part) => isOf(part, flags))
  return (type.flags & flags) !== 0
}

function render(methods: Map<string, Fields | string>, types: Map<string, Fields | string>): string {
  const lines = (entries: Iterable<[string, Fields | string]>) =>
    [...entries].map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`).join('\n')
  const sorted = [...types].sort(([a], [b]) => (a < b ? -1 : 1))
  return `// Written by npm run generate from @grammyjs/types. Not to be edited.
import type { ApiMethods } from '@grammyjs/types'

/**
 * What each method takes: the types of its parameters by their names, optional ones with \`?\`; \`-> name\` follows
 * a deprecated one. A method that is but a former name stands with the present one.
 */
export const METHODS: Record<keyof ApiMethods<unknown>, Record<string, string> | string> = {
${lines(methods)}
}

/** The fields of the objects, in the same way, or the types of which one is meant. */
export const OBJECTS: Record<string, Record<string, string> | string> = {
${lines(sorted)}
}
`
}
