/** A node of Lexical's serialised state. It comes from a database: nothing in it is taken for granted. */
export type LexicalNode = Readonly<Record<string, unknown>>
