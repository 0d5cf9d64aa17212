/** Jest's matchers, typed so that they may stand in an expected value. */
export const aString: unknown = expect.any(String);
export const aNumber: unknown = expect.any(Number);
export const textWith = (part: string): unknown => expect.stringContaining(part);
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);
