/** The id of a relation, whether it was populated or not. */
export const idOf = (relation: string | { id: string } | null | undefined): string | null =>
  typeof relation === 'object' && relation !== null ? relation.id : (relation ?? null)
