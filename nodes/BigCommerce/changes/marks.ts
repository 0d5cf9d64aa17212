import { z } from 'zod';

/** How far a reading by dates has come. Moments are Unix seconds of the store's clock. */
export const dateMark = z.object({
	/** Nothing older is ever reported. */
	start: z.number(),
	/** All up to and with this second has been reported. */
	until: z.number(),
	/** Dates of the records reported last, by ID. */
	seen: z.record(z.number()),
});

/** How far a reading by IDs has come. */
export const idMark = z.object({
	/** No lower ID, nor this one, is ever reported. */
	start: z.number(),
	/** The highest ID that was reported. */
	last: z.number(),
	/** The IDs reported last. */
	seen: z.array(z.number()),
});

/** How far the reading of one kind of change has come. */
export const marks = z.object({
	dates: dateMark.optional(),
	ids: idMark.optional(),
	/** IDs of new records that have not had a status that is asked for. */
	waiting: z.array(z.number()).optional(),
});

export type DateMark = z.infer<typeof dateMark>;
export type IdMark = z.infer<typeof idMark>;
export type Marks = z.infer<typeof marks>;
