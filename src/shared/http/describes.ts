import type { z } from 'zod';

/** A type with every field there, at every depth. */
type Fields<T> = T extends readonly (infer Item)[]
  ? Fields<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Fields<NonNullable<T[Key]>> }
    : T;

/**
 * Says that a schema describes a type, and does not compile unless it does: what it lets through has that type, and no
 * field is forgotten, not even an optional one, which assignment alone would let pass.
 */
export function describes<T>() {
  return <Schema extends z.ZodType<T>>(
    schema: Fields<z.output<Schema>> extends Fields<T> ? Schema : never,
  ): Schema => schema;
}
