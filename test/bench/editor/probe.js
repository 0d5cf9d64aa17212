// Runs in the page of n8n's editor. Times are from the browser's own time of an input until its effect is painted.

/** The form of a node: the panel with its parameters. */
const FORM = '[data-test-id="node-parameters"]';

/** So long without a change, and the form is complete. */
const QUIET_MS = 300;

function afterPaint(callback) {
	requestAnimationFrame(() => {
		const channel = new MessageChannel();
		channel.port1.onmessage = callback;
		channel.port2.postMessage(undefined);
	});
}

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

function concernsForm({ target, addedNodes }) {
	const element = isElement(target) ? target : target.parentElement;
	if (element?.closest(FORM)) return true;
	return [...addedNodes].some((node) => isElement(node) && (node.matches(FORM) || node.querySelector(FORM)));
}

let outcome;
let keys = [];

globalThis.formProbe = {
	/** Watches from the next event of this type on. */
	watch(eventType) {
		outcome = new Promise((resolve) => {
			let start;
			let painted;
			document.addEventListener(eventType, ({ timeStamp }) => (start = timeStamp), { capture: true, once: true });
			const observer = new MutationObserver((records) => {
				if (start !== undefined && records.some(concernsForm)) afterPaint(() => (painted = performance.now()));
			});
			observer.observe(document.body, { subtree: true, childList: true, characterData: true });
			const timer = setInterval(() => {
				if (painted === undefined || performance.now() - painted < QUIET_MS) return;
				clearInterval(timer);
				observer.disconnect();
				resolve(painted - start);
			}, 50);
		});
	},
	/** Milliseconds until the form was complete. */
	outcome: () => outcome,
	/** Milliseconds for each key since the last call. */
	takeKeys() {
		const taken = keys;
		keys = [];
		return taken;
	},
};

document.addEventListener('keydown', ({ timeStamp }) => afterPaint(() => keys.push(performance.now() - timeStamp)), {
	capture: true,
});
