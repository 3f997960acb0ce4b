/** `query` is left out where there is none: under exactOptionalPropertyTypes an undefined one is another type. */
export function asked<Query>(query: Query | undefined): { readonly query?: Query } {
  return query === undefined ? {} : { query };
}
