import { far, mark, type AccessTarget } from '../factories/accessTargets.ts'
import type { Actor } from './accessActors.ts'
import type { AccessScene } from './accessScene.ts'
import { outcomeOf, type Outcome } from './refusal.ts'

/** Each operation on a document in its three ways: REST, GraphQL and the local API. */
export const accessAttempts = ({ given, rest, graphql }: AccessScene) => {
  const userOf = (actor: Actor) => (actor === 'nobody' ? undefined : given().people[actor].user)

  const reads = (
    actor: Actor,
    { slug, one, many, id, version }: AccessTarget,
  ): Record<string, Promise<Outcome>> => {
    const { payload } = given()
    const where = { id: { equals: id } }
    const query = `where[id][equals]=${id}&depth=2`
    const as = { collection: slug, overrideAccess: false, user: userOf(actor) }
    const versioned = slug as 'steps'
    const count = many.startsWith('all') ? `countall${one}` : `count${many}`
    return {
      'REST find': rest(actor, 'GET', `/${slug}?${query}`),
      'REST count': rest(actor, 'GET', `/${slug}/count?where[id][equals]=${id}`),
      'GraphQL find': graphql(actor, `{ ${many}(where: { id: { equals: "${id}" } }) { docs { id } totalDocs } }`),
      'GraphQL findByID': graphql(actor, `{ ${one}(id: "${id}") { id } }`),
      'GraphQL count': graphql(actor, `{ ${count}(where: { id: { equals: "${id}" } }) { totalDocs } }`),
      'local find': outcomeOf(payload.find({ ...as, where })),
      'local count': outcomeOf(payload.count({ ...as, where })),
      // Preferences are read by their key, and an unknown key is no preference.
      'REST findByID': rest(actor, 'GET', `/${slug}/${slug === 'payload-preferences' ? mark : id}?depth=2`),
      'local findByID': outcomeOf(payload.findByID({ ...as, id })),
      ...(version && {
        'REST versions': rest(actor, 'GET', `/${slug}/versions?where[parent][equals]=${id}`),
        'REST version': rest(actor, 'GET', `/${slug}/versions/${version}`),
        'GraphQL versions': graphql(actor, `{ versions${many}(where: { parent: { equals: "${id}" } }) { docs { id } totalDocs } }`),
        'GraphQL version': graphql(actor, `{ version${one}(id: "${version}") { id } }`),
        'local versions': outcomeOf(payload.findVersions({ ...as, collection: versioned, where: { parent: { equals: id } } })),
        'local version': outcomeOf(payload.findVersionByID({ ...as, collection: versioned, id: version })),
      }),
    } // prettier-ignore
  }
  const writes = (actor: Actor, target: AccessTarget): Record<string, () => Promise<Outcome>> => {
    const { slug, one, id, create, update, version, creators = [] } = target
    const { payload } = given()
    const as = { collection: slug as 'steps', overrideAccess: false, user: userOf(actor) }
    const input = `mutation${one}`
    const isUser = slug === 'users'
    const isPreference = slug === 'payload-preferences'
    return {
      ...(!creators.includes(actor) && {
        'REST create': () => rest(actor, 'POST', `/${slug}`, create),
        'GraphQL create': () => graphql(actor, `mutation ($data: ${input}Input!) { create${one}(data: $data) { id } }`, { data: create }),
        // Whose session is gone is nobody; handed in here, Payload's own collection would take them.
        ...(!isPreference && { 'local create': () => outcomeOf(payload.create({ ...as, data: create as never })) }),
      }),
      'REST update': () => rest(actor, 'PATCH', `/${slug}/${id}`, update),
      'REST update many': () => rest(actor, 'PATCH', `/${slug}?where[id][equals]=${id}`, update),
      'GraphQL update': () => graphql(actor, `mutation ($data: ${input}UpdateInput!) { update${one}(id: "${id}", data: $data) { id } }`, { data: update }),
      'local update': () => outcomeOf(payload.update({ ...as, id, data: update })),
      // A preference is deleted by its key, among one's own.
      ...(!isPreference && { 'REST delete': () => rest(actor, 'DELETE', `/${slug}/${id}`) }),
      'REST delete many': () => rest(actor, 'DELETE', `/${slug}?where[id][equals]=${id}`),
      'GraphQL delete': () => graphql(actor, `mutation { delete${one}(id: "${id}") { id } }`),
      'local delete': () => outcomeOf(payload.delete({ ...as, id })),
      ...(!isUser && {
        'REST duplicate': () => rest(actor, 'POST', `/${slug}/${id}/duplicate`, {}),
        // A file is uploaded anew, and work is handed in anew: there is no such mutation.
        ...(!['media', 'assignments', 'submissionFiles'].includes(slug) && { 'GraphQL duplicate': () => graphql(actor, `mutation ($data: ${input}Input!) { duplicate${one}(id: "${id}", data: $data) { id } }`, { data: create }) }),
        'local duplicate': () => outcomeOf(payload.duplicate({ ...as, id })),
      }),
      ...(version && {
        'REST restore': () => rest(actor, 'POST', `/${slug}/versions/${version}`),
        'GraphQL restore': () => graphql(actor, `mutation { restoreVersion${one}(id: "${version}") { id } }`),
        'local restore': () => outcomeOf(payload.restoreVersion({ ...as, id: version })),
      }),
      ...(slug === 'steps' && {
        'REST trash': () => rest(actor, 'PATCH', `/steps/${id}`, { deletedAt: far }),
        'local trash': () => outcomeOf(payload.update({ ...as, id, data: { deletedAt: far } })),
      }),
    } // prettier-ignore
  }

  return { reads, writes }
}
