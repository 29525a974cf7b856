/** SQL: how a person `alias` is called before everybody; null: they have no name. Never by their address. */
export const publicNameOf = (alias: string): string =>
  `coalesce(nullif(trim(concat_ws(' ', ${alias}.first_name, ${alias}.last_name)), ''), ${alias}.username)`
