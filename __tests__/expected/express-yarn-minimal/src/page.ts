import * as z from 'zod';

/** Which part of a list is asked for. */
export const Page = z.object({
  limit: z.int().min(1).max(100).default(20),
  offset: z.int().min(0).max(999_999_999_999_999).default(0),
});
export type Page = z.infer<typeof Page>;

/** A part of a list, and how long the whole is. */
export interface PageOf<T> extends Page {
  items: T[];
  total: number;
}

const digits = z
  .string()
  .regex(/^\d{1,15}$/, 'must be a whole number')
  .transform(Number);

/** The same as the text of a query string. */
export const PageQuery = z.object({
  limit: digits.pipe(Page.shape.limit.unwrap()).default(20),
  offset: digits.pipe(Page.shape.offset.unwrap()).default(0),
});
