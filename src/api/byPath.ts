import type { ApiRoute } from './apiRoute.ts'

type Path = Pick<ApiRoute, 'path'>

const expressPath = ({ path }: Path): string => path.replaceAll(/\{(\w+)\}/g, ':$1')
/** `{` sorts behind every letter: `/courses/suggestions` is no course. */
const order = ({ path }: Path): string => path.replaceAll(/\{\w+\}/g, '{}')

/** The routes of each path, as Express writes it; words stand before parameters that would take them. */
export const byPath = <Route extends Path>(routes: Route[]): [path: string, routes: Route[]][] => [
  ...Map.groupBy(
    routes.toSorted((one, other) => (order(one) < order(other) ? -1 : 1)),
    expressPath,
  ),
]
