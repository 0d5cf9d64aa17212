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
	return new InputFault(`${messages.length} fields cannot be sent. ${advisedOnce(messages).join(' ')}`);
}

/** Equal advice stands once, behind the last field that it is for. */
function advisedOnce(messages: readonly string[]): string[] {
	return messages.map((message, index) => {
		const end = message.indexOf('. ') + 1;
		const advice = message.slice(end);
		const comesAgain = end > 0 && messages.slice(index + 1).some((later) => later.endsWith(advice));
		return comesAgain ? message.slice(0, end) : message;
	});
}
