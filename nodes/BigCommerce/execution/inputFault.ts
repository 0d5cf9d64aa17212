/** An item that cannot be sent as it is; nothing was sent for it. */
export class InputFault extends Error {
	constructor(
		message: string,
		readonly advice = '',
	) {
		super(message);
	}
}

/** One refusal for all that is wrong with an item. @param messages sentences, one or more for each field */
export function refusalOf(messages: readonly string[]): InputFault {
	const [only = '', ...others] = messages;
	if (others.length === 0) return new InputFault(only);
	return new InputFault(`${messages.length} fields cannot be sent. ${messages.join(' ')}`);
}
