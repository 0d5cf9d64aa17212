/** A path or a query that cannot be called. */
export class RequestFault extends Error {
	/**
	 * @param must what follows the name of the field: `must begin with /v2/ or /v3/`
	 * @param advice how to get on
	 */
	constructor(
		readonly must: string,
		readonly advice: string,
	) {
		super(must);
	}
}
